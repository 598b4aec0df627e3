#pragma once

#include "report/canvas.hpp"
#include "report/overview.hpp"

/// The sections of the terminal report. Each writes nothing when the document has nothing for it.
namespace sidik::report {

void write_verdict(Canvas& canvas, const View& view);
void write_alarms(Canvas& canvas, const View& view);
void write_ledger(Canvas& canvas, const View& view);
void write_people(Canvas& canvas, const View& view);
void write_claims(Canvas& canvas, const View& view);
void write_columns(Canvas& canvas, const View& view);
void write_coherence(Canvas& canvas, const View& view);
void write_rejects(Canvas& canvas, const View& view);
void write_strata(Canvas& canvas, const View& view);
void write_origins(Canvas& canvas, const View& view);
void write_windows(Canvas& canvas, const View& view);
void write_overlaps(Canvas& canvas, const View& view);
void write_copies(Canvas& canvas, const View& view);
void write_severity(Canvas& canvas, const View& view);
void write_exhibits(Canvas& canvas, const View& view);
void write_run(Canvas& canvas, const View& view);

}  // namespace sidik::report
