// The exception that is on its way into a body or out of it, while the two sides switch.
#pragma once

#include <deepyield/coroutine/escaping.hpp>
#include <deepyield/coroutine/exception_state.hpp>

#include <boost/config.hpp>

#include <exception>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

class pending_exception {
 public:
  explicit operator bool() const noexcept { return exception_ || foreign_; }
  bool is_foreign() const noexcept { return foreign_ != nullptr; }

  void set(std::exception_ptr error) noexcept { exception_ = std::move(error); }
  /// Unless there is one already, which goes first.
  void set_if_none(std::exception_ptr error) noexcept {
    if (!exception_) exception_ = std::move(error);
  }
  void clear() noexcept { exception_ = nullptr; }
  std::exception_ptr take() noexcept { return std::exchange(exception_, nullptr); }

  /// In a handler: keeps what that has caught.
  BOOST_NOINLINE void set_caught() noexcept {
    exception_ = std::current_exception();
    if (!exception_) foreign_ = take_foreign_exception();
  }

  /// In a handler of a stop_iteration that escapes a body.
  BOOST_NOINLINE void set_nested_stop_iteration() noexcept {
    exception_ = detail::nested_stop_iteration();
  }

  /// Throws it, if there is one, and keeps it no longer.
  BOOST_NOINLINE void rethrow_if_any() {
    // The end of a thread goes first, whatever has been thrown since.
    if (foreign_) resume_foreign_exception(std::exchange(foreign_, nullptr));
    if (exception_) std::rethrow_exception(take());
  }

 private:
  std::exception_ptr exception_;
  void* foreign_ = nullptr;  // what an exception_ptr cannot hold: see take_foreign_exception()
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
