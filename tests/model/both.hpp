// Uses generators and their model at random in the same way, and compares everything that happens.
#pragma once

#include "plain.hpp"
#include "real.hpp"
#include "script.hpp"

#include <deepyield/errors.hpp>

#include <exception>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>

namespace model {

inline record*& unraisable_notes() {
  static thread_local record* notes = nullptr;
  return notes;
}

template <class Engine>
class both {
 public:
  explicit both(unsigned seed) : author_(seed) {
    unraisable_notes() = &real_.notes;
    deepyield::set_unraisable_handler([](std::exception_ptr error) {
      unraisable_notes()->add(record::unraisable, code_of(error));
    });
  }
  both(const both&) = delete;
  both& operator=(const both&) = delete;
  ~both() {
    // here, because their bodies still write to the notes
    for (auto& g : real_.in_slot) g = typename real_world<Engine>::generator();
    deepyield::set_unraisable_handler(nullptr);
  }

  // Makes one step; returns the difference, or an empty string.
  std::string step() {
    const unsigned slot = author_.below(slots);
    const unsigned other = (slot + 1 + author_.below(slots - 1)) % slots;
    const int value = static_cast<int>(author_.below(100));
    auto& real = real_.in_slot[slot];
    auto& plain = plain_.in_slot[slot];
    const std::string what = act(slot, other, value) + " slot " + std::to_string(slot);

    if (real.state() != (plain ? plain->state() : deepyield::generator_state::closed))
      return what + ": another state";
    if (real.has_result() != (plain && plain->has_result())) return what + ": has_result()";
    if (real.has_result() && real.result() != plain->result()) return what + ": result()";
    if (real_.notes.notes() != plain_.notes.notes())
      return what + ": expected " + text(plain_.notes) + ", got " + text(real_.notes);
    real_.notes.clear();
    plain_.notes.clear();
    return "";
  }

 private:
  static std::string text(const record& notes) {
    std::ostringstream out;
    for (const auto& note : notes.notes()) out << ' ' << note.first << ':' << note.second;
    return out.str();
  }

  template <class Real, class Plain>
  void compare(unsigned slot, Real resume_real, Plain resume_plain, int if_closed = no_code) {
    auto& g = real_.in_slot[slot];
    note(real_.notes, real_.outcome_of([&] { return resume_real(g); }));
    plain_generator* const p = plain_.in_slot[slot].get();
    note(plain_.notes, p                      ? resume_plain(*p)
                       : if_closed == no_code ? outcome{outcome::ended, 0}
                                              : outcome{outcome::raised, if_closed});
  }

  static void note(record& notes, outcome o) {
    notes.add(o.how == outcome::yielded  ? record::yielded
              : o.how == outcome::raised ? record::raised
                                         : record::end,
              o.value);
  }

  void replace(unsigned slot, std::unique_ptr<plain_generator> plain) {
    const auto old = std::exchange(plain_.in_slot[slot], std::move(plain));
    if (old) old->destroy();
  }

  std::string act(unsigned slot, unsigned other, int value) {
    switch (author_.below(16)) {
      case 0:
      case 1: {
        const auto body = author_.write(4);
        real_.in_slot[slot] = real_.make(body);
        replace(slot, std::make_unique<plain_generator>(plain_, body));
        return "create in";
      }
      case 2: {
        const int code = author_.some_code();
        compare(
            slot, [&](auto& g) { return g.throw_in(pointer_to(code)); },
            [&](auto& p) { return p.throw_in(code); }, code);
        return "throw " + std::to_string(code) + " into";
      }
      case 3: {
        const auto close = [](auto& g) {
          g.close();
          return nullptr;
        };
        compare(slot, close, [](auto& p) {
          const int raised = p.close();
          return raised == no_code ? outcome{outcome::ended, 0} : outcome{outcome::raised, raised};
        });
        return "close";
      }
      case 4: {
        if (author_.below(2) == 0) {
          real_.in_slot[slot] = typename real_world<Engine>::generator();
          replace(slot, nullptr);
          return "destroy";
        }
        real_.in_slot[slot] = std::move(real_.in_slot[other]);
        replace(slot, std::move(plain_.in_slot[other]));
        return "move from " + std::to_string(other) + " to";
      }
      case 5:
        swap(real_.in_slot[slot], real_.in_slot[other]);
        std::swap(plain_.in_slot[slot], plain_.in_slot[other]);
        return "swap " + std::to_string(other) + " with";
      case 6:
        compare(
            slot,
            [](auto& g) {
              const auto element = g.begin();
              return element == g.end() ? nullptr : &*element;
            },
            [](auto& p) { return p.next(); });
        return "begin of";
      case 7:
      case 8:
      case 9:
        compare(
            slot, [&](auto& g) { return g.send(value); }, [&](auto& p) { return p.send(value); });
        return "send to";
      default:
        compare(slot, [](auto& g) { return g.next(); }, [](auto& p) { return p.next(); });
        return "next of";
    }
  }

  author author_;
  plain_world plain_;
  real_world<Engine> real_;
};

}  // namespace model
