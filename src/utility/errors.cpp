#include <deepyield/errors.hpp>

#include <atomic>
#include <cstdio>

namespace deepyield {
inline namespace v2 {
namespace {

void print_unraisable(std::exception_ptr error) noexcept {
  const char* const where = "deepyield: exception ignored in the destructor of a generator";
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s: %s\n", where, e.what());
  } catch (...) {
    std::fprintf(stderr, "%s: not a std::exception\n", where);
  }
}

std::atomic<unraisable_handler> current_handler{print_unraisable};

}  // namespace

unraisable_handler set_unraisable_handler(unraisable_handler handler) noexcept {
  return current_handler.exchange(handler ? handler : print_unraisable);
}

namespace detail {

void report_unraisable(std::exception_ptr error) noexcept { current_handler.load()(error); }

void die(const char* message) noexcept {
  std::fprintf(stderr, "deepyield: %s\n", message);
  std::terminate();
}

void die_destroyed_while_running() noexcept {
  die("a generator was destroyed, or assigned to, while its body is running");
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
