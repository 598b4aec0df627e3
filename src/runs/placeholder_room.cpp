// replaced by the room's sources
