"""Containers that Python's library does not write: 7z, zst and encrypted zip by libarchive, and rar by hand, stored only."""
import ctypes
import ctypes.util
import struct
import zlib


def _libarchive():
    library = ctypes.CDLL("libarchive.so.13")
    library.archive_write_new.restype = ctypes.c_void_p
    library.archive_entry_new.restype = ctypes.c_void_p
    return library


def _write(set_up, members):
    library = _libarchive()
    writer = ctypes.c_void_p(library.archive_write_new())
    set_up(library, writer)
    room = sum(len(text) for _, text in members) * 2 + (1 << 20)
    out = ctypes.create_string_buffer(room)
    used = ctypes.c_size_t(0)
    library.archive_write_set_bytes_in_last_block(writer, 1)
    if library.archive_write_open_memory(writer, out, ctypes.c_size_t(room), ctypes.byref(used)) != 0:
        raise RuntimeError("libarchive does not write")
    for name, text in members:
        entry = ctypes.c_void_p(library.archive_entry_new())
        library.archive_entry_set_pathname(entry, name.encode())
        library.archive_entry_set_size(entry, ctypes.c_int64(len(text)))
        library.archive_entry_set_filetype(entry, 0o100000)
        library.archive_entry_set_perm(entry, 0o644)
        if library.archive_write_header(writer, entry) != 0:
            raise RuntimeError("libarchive writes no header")
        library.archive_write_data(writer, text, ctypes.c_size_t(len(text)))
        library.archive_entry_free(entry)
    library.archive_write_close(writer)
    library.archive_write_free(writer)
    return out.raw[:used.value]


def seven_zip(members):
    return _write(lambda library, writer: library.archive_write_set_format_7zip(writer), members)


def encrypted_zip(members, password, cipher="aes256"):
    def set_up(library, writer):
        library.archive_write_set_format_zip(writer)
        library.archive_write_set_option(writer, b"zip", b"encryption", cipher.encode())
        library.archive_write_set_passphrase(writer, password.encode())
    return _write(set_up, members)


def zst(text):
    def set_up(library, writer):
        library.archive_write_set_format_raw(writer)
        library.archive_write_add_filter_zstd(writer)
    return _write(set_up, [("data", text)])


def rar4(members):
    """RAR 2.9 as its technote has it: a mark, a main header, a header and the stored bytes for each file, an end."""
    def block(kind, flags, body):
        head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(head) & 0xffff) + head
    out = b"Rar!\x1a\x07\x00" + block(0x73, 0, bytes(6))
    for name, text in members:
        label = name.encode()
        body = struct.pack("<IIBIIBBHI", len(text), len(text), 3, zlib.crc32(text), 0, 20, 0x30, len(label), 0o100644) + label
        out += block(0x74, 0x8000, body) + text
    return out + block(0x7b, 0x4000, b"")


def rar5(members):
    """RAR 5.0: every block has its checksum and its size as numbers of seven bits a byte."""
    def number(value):
        out = b""
        while value >= 0x80:
            out += bytes([value & 0x7f | 0x80])
            value >>= 7
        return out + bytes([value])

    def block(body):
        sized = number(len(body)) + body
        return struct.pack("<I", zlib.crc32(sized)) + sized
    out = b"Rar!\x1a\x07\x01\x00" + block(number(1) + number(0) + number(0))
    for name, text in members:
        label = name.encode()
        body = (number(2) + number(2) + number(len(text)) + number(4) + number(len(text)) + number(0o100644)
                + struct.pack("<I", zlib.crc32(text)) + number(0) + number(1) + number(len(label)) + label)
        out += block(body) + text
    return out + block(number(5) + number(0) + number(0))
