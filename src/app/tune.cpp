// SPDX-License-Identifier: MIT
// `fogline tune`: a session whose racers have all had the same budget of tuning.
#include "app/atomic_file.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "fogline/engine/session_file.hpp"
#include "fogline/engine/tuning.hpp"

namespace fogline::app {

void tune(const TuneOptions& options) {
  Session session =
      parse_session(read_file(options.session, largest_session_file), options.session);
  Tuning tuning(session.experiment, {options.trials, options.starts});
  tuning.advance();
  session.experiment = tuning.tuned();
  Output out(options.out);
  out.write(session_text(session));
  out.finish();
}

}  // namespace fogline::app
