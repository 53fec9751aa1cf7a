// logs: reads, filters, counts and converts access logs of web servers.
#include "options.hpp"
#include "pipeline.hpp"

#include <deepyield/version.hpp>

#include <csignal>
#include <exception>
#include <iostream>

namespace {

enum exit_status { all_well = 0, bad_input = 1, wrong_usage = 2 };

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // write() tells; see output_closed
  try {
    const logs::options options = logs::parse_options(argc, argv);
    if (options.help)
      std::cout << logs::help_text() << std::flush;
    else if (options.version)
      std::cout << "logs " << DEEPYIELD_VERSION_MAJOR << '.' << DEEPYIELD_VERSION_MINOR << '.'
                << DEEPYIELD_VERSION_PATCH << '\n'
                << std::flush;
    else
      return logs::run(options) ? all_well : bad_input;
    return std::cout ? all_well : bad_input;
  } catch (const logs::usage_error& error) {
    std::cerr << "logs: " << error.what() << "\nlogs --help says more.\n";
    return wrong_usage;
  } catch (const std::exception& error) {
    std::cerr << "logs: " << error.what() << '\n';
    return bad_input;
  }
}
