// relaxed_atomic: a variable that other threads may read while it changes, and that orders nothing
// else.
#pragma once

#include <deepyield/config.hpp>

#include <boost/config.hpp>

#if !defined(__GNUC__)
#include <atomic>
#endif

namespace deepyield {
inline namespace v2 {
namespace detail {

/// A std::atomic whose accesses are all relaxed. Every element reads some of them. In a build
/// without optimisation a std::atomic takes four calls, this one instruction.
template <class Value>
class relaxed_atomic {
 public:
  explicit relaxed_atomic(Value value) noexcept : value_(value) {}
  relaxed_atomic(const relaxed_atomic&) = delete;
  relaxed_atomic& operator=(const relaxed_atomic&) = delete;

#if defined(__GNUC__)
  BOOST_FORCEINLINE Value load() const noexcept {
    Value value;
    __atomic_load(&value_, &value, __ATOMIC_RELAXED);
    return value;
  }
  BOOST_FORCEINLINE void store(Value value) noexcept {
    __atomic_store(&value_, &value, __ATOMIC_RELAXED);
  }

 private:
  Value value_;
#else
  Value load() const noexcept { return value_.load(std::memory_order_relaxed); }
  void store(Value value) noexcept { value_.store(value, std::memory_order_relaxed); }

 private:
  std::atomic<Value> value_;
#endif
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
