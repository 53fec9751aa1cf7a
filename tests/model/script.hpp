// Describes as data what a body of the model test does: a generator and a plain interpreter without
// stacks can both run it.
#pragma once

#include <memory>
#include <random>
#include <utility>
#include <vector>

namespace model {

// Exceptions as numbers. The bodies' own errors are 0 and above.
enum code : int {
  no_code = -100,
  exit_code,
  stop_code,
  raised_stop_code,
  ignored_exit_code,
  executing_code,
  cannot_send_code,
  no_result_code
};

enum class action {
  yield,      // `number`; notes what was sent
  raise,      // `number`
  give_back,  // returns `number`
  delegate,   // to a temporary of `inner`
  keep,       // a local generator of `inner`: takes `number` elements of it, then delegates to it
  iterate,    // a local generator of `inner`: yields its elements on
  attempt,    // try: `inner`, catch what `catches` says: `handler`
  rethrow,    // `throw;`, in a handler
  // some elements by try_yield, `number` and on; calls rethrow_pending() if the number is even
  quietly,
  guard,     // `inner`, with a destructor that notes `number`
  callback,  // `inner`, run by yield.guard; calls rethrow_pending() if the number is even
  poke       // resumes the generator in slot `number`, which may be the one that runs
};

enum class catches { errors, exits, everything };

inline bool is_caught(int code, catches what) {
  switch (what) {
    case catches::errors: return code != exit_code;
    case catches::exits: return code == exit_code;
    case catches::everything: break;
  }
  return true;
}

struct statement;
using block = std::vector<statement>;

struct statement {
  action what;
  int number;
  catches caught;
  std::shared_ptr<const block> inner;
  std::shared_ptr<const block> handler;
};

constexpr unsigned slots = 5;

// Uses no distributions of the standard library: they differ between implementations, and a seed
// should give the same script everywhere.
class author {
 public:
  explicit author(unsigned seed) : random_(seed) {}

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  int some_code() {
    const unsigned which = below(8);
    return which == 0 ? exit_code : which == 1 ? stop_code : static_cast<int>(below(3));
  }

  std::shared_ptr<const block> write(unsigned depth, bool in_handler = false) {
    auto result = std::make_shared<block>();
    for (unsigned n = below(4) + (depth > 2 ? 1 : 0); n > 0; --n)
      result->push_back(write_one(depth, in_handler));
    return result;
  }

 private:
  statement write_one(unsigned depth, bool in_handler) {
    const action simple[] = {action::yield, action::yield,     action::yield, action::quietly,
                             action::raise, action::give_back, action::poke,  action::rethrow};
    const action nested[] = {action::delegate, action::delegate, action::keep,
                             action::iterate,  action::attempt,  action::attempt,
                             action::attempt,  action::guard,    action::callback};
    statement s{depth > 0 && below(3) != 0 ? nested[below(9)] : simple[below(8)],
                static_cast<int>(below(100)), static_cast<catches>(below(3)), nullptr, nullptr};
    switch (s.what) {
      case action::raise: s.number = some_code(); break;
      case action::rethrow:
        if (!in_handler) s.what = action::yield;
        break;
      case action::poke: s.number = static_cast<int>(below(slots)); break;
      case action::keep: s.number = static_cast<int>(below(3)); break;
      case action::attempt: s.handler = write(depth - 1, true); break;
      default: break;
    }
    const bool stays_in_handler =
        s.what == action::attempt || s.what == action::guard || s.what == action::callback;
    if (depth > 0) s.inner = write(depth - 1, in_handler && stays_in_handler);
    return s;
  }

  std::mt19937 random_;
};

// Records everything that happens, in order, so that both sides can be compared.
class record {
 public:
  enum note : int {
    received,
    caught,
    result,
    taken,
    end,
    state,
    left,
    poked,
    unraisable,
    yielded,
    raised,
    nothing_sent
  };

  void add(note what, int value = 0) { notes_.emplace_back(what, value); }
  const std::vector<std::pair<note, int>>& notes() const { return notes_; }
  void clear() { notes_.clear(); }

 private:
  std::vector<std::pair<note, int>> notes_;
};

}  // namespace model
