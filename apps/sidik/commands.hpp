#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

#include "base/cancel.hpp"

namespace sidik::apps {

/// What a sub-command leaves for main: the work to do once the line is parsed. Returns the exit code.
using Action = std::function<int()>;

/// Each adds its sub-command to `app` and sets `action` when it is the one that was called.
CLI::App* add_examine(CLI::App& app, CancelToken& cancel, Action& action);
void add_people(CLI::App& app, CancelToken& cancel, Action& action);
void add_rehearse(CLI::App& app, CancelToken& cancel, Action& action);
void add_tokens(CLI::App& app, CancelToken& cancel, Action& action);
void add_profile(CLI::App& app, CancelToken& cancel, Action& action);
void add_mark(CLI::App& app, CancelToken& cancel, Action& action);
void add_trace(CLI::App& app, CancelToken& cancel, Action& action);
void add_case(CLI::App& app, CancelToken& cancel, Action& action);
/// Letters and actors, as sub-commands of `case`.
void add_case_outside(CLI::App& group, Action& action);
void add_clock(CLI::App& app, Action& action);
void add_statement(CLI::App& app, Action& action);
void add_takedown(CLI::App& app, CancelToken& cancel, Action& action);
void add_report(CLI::App& app, Action& action);

}  // namespace sidik::apps
