// local_shared_ptr: shared ownership of an object, which never moves and ends with its last owner.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/utility/aligned_new.hpp>
#include <deepyield/utility/inlined.hpp>

#include <boost/config.hpp>

#include <atomic>
#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// A std::shared_ptr that is inlined, for the same reason as unique_ptr.
template <class Type>
class local_shared_ptr {
 public:
  local_shared_ptr() noexcept = default;
  local_shared_ptr(const local_shared_ptr& other) noexcept : object_(other.object_) {
    if (object_) object_->use_count.fetch_add(1, std::memory_order_relaxed);
  }
  DEEPYIELD_INLINED local_shared_ptr(local_shared_ptr&& other) noexcept
      : object_(std::exchange(other.object_, nullptr)) {}
  DEEPYIELD_INLINED local_shared_ptr& operator=(local_shared_ptr other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  DEEPYIELD_INLINED ~local_shared_ptr() {
    if (object_) release(object_);
  }

  template <class... Argument>
  static local_shared_ptr make(Argument&&... arguments) {
    return local_shared_ptr(
        aligned_new<counted_object>::make(std::forward<Argument>(arguments)...));
  }

  explicit operator bool() const noexcept { return object_ != nullptr; }
  DEEPYIELD_INLINED Type& operator*() const noexcept { return object_->object; }
  DEEPYIELD_INLINED Type* operator->() const noexcept { return &object_->object; }

 private:
  struct counted_object {
    template <class... Argument>
    explicit counted_object(Argument&&... arguments)
        : object(std::forward<Argument>(arguments)...) {}
    Type object;
    std::atomic<std::size_t> use_count{1};
  };

  explicit local_shared_ptr(counted_object* made) noexcept : object_(made) {}

  BOOST_NOINLINE static void release(counted_object* left) noexcept {
    if (left->use_count.fetch_sub(1, std::memory_order_acq_rel) == 1)
      aligned_new<counted_object>::destroy(left);
  }

  counted_object* object_ = nullptr;
};

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
