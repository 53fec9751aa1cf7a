// An object that several keep. It stays where it is, and ends with the last of them.
#pragma once

#include <deepyield/config.hpp>
#include <deepyield/detail/aligned.hpp>
#include <deepyield/detail/inlined.hpp>

#include <boost/config.hpp>

#include <atomic>
#include <cstddef>
#include <utility>

namespace deepyield {
inline namespace v1 {
namespace detail {

/// A std::shared_ptr of which every function is inlined, as `still` is a std::unique_ptr, and for the same reason.
template <class Type>
class shared {
 public:
  shared() noexcept = default;
  shared(const shared& other) noexcept : kept_(other.kept_) {
    if (kept_) kept_->keepers.fetch_add(1, std::memory_order_relaxed);
  }
  DEEPYIELD_INLINED shared(shared&& other) noexcept : kept_(std::exchange(other.kept_, nullptr)) {}
  DEEPYIELD_INLINED shared& operator=(shared other) noexcept {
    std::swap(kept_, other.kept_);
    return *this;
  }
  DEEPYIELD_INLINED ~shared() {
    if (kept_) let_go(kept_);
  }

  template <class... Argument>
  static shared make(Argument&&... arguments) {
    return shared(on_heap<kept>::make(std::forward<Argument>(arguments)...));
  }

  explicit operator bool() const noexcept { return kept_ != nullptr; }
  DEEPYIELD_INLINED Type& operator*() const noexcept { return kept_->object; }
  DEEPYIELD_INLINED Type* operator->() const noexcept { return &kept_->object; }

 private:
  struct kept {
    template <class... Argument>
    explicit kept(Argument&&... arguments) : object(std::forward<Argument>(arguments)...) {}
    Type object;
    std::atomic<std::size_t> keepers{1};
  };

  explicit shared(kept* made) noexcept : kept_(made) {}

  BOOST_NOINLINE static void let_go(kept* left) noexcept {
    if (left->keepers.fetch_sub(1, std::memory_order_acq_rel) == 1) on_heap<kept>::end(left);
  }

  kept* kept_ = nullptr;
};

}  // namespace detail
}  // namespace v1
}  // namespace deepyield
