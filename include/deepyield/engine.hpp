// The engines: the ways to switch between a consumer's stack and a body's. Only engine/ knows how
// each processor does that.
//
//   deepyield::generator<int, void, void, deepyield::engine::coroutine2> g = ...;
//
// An engine is a class. One object of it lives at the top of each body's stack, in the coroutine's
// control block. It only switches: it knows no types and no policy, and switching throws nothing
// (and no exception may leave `entry`). Only the control block can reach the object: what an engine
// counts for its users, it counts in static atomics. A new engine models this:
//
//   struct an_engine {
//     static constexpr const char* name() noexcept;  // for tests and messages
//
//     // Throws stack_error where this thread cannot switch.
//     static void require();
//
//     // prepare() comes before all else. Nothing runs on the stack any more when the engine is
//     // destroyed.
//     an_engine();
//     ~an_engine();
//
//     // Once: from now on the body is suspended, at its entry. The first resume(), whose payload
//     // is dropped, runs entry(argument), which never returns, on `stack` (Boost.Context's: sp is
//     // the top, size the bytes below it; the engine need not give it back).
//     void prepare(boost::context::stack_context stack, void (*entry)(void*),
//                  void* argument) noexcept;
//
//     // Consumer's side, only when the body waits: goes on with it, and its suspend() returns
//     // `payload`. Returns what the body suspends with next. Any thread may call it.
//     void* resume(void* payload);
//
//     // The body's side: goes back to the consumer.
//     void* suspend(void* element);
//
//     // Whether the body waits in suspend(), unless clear_suspended() was called since. Any thread
//     // may ask while another runs the body: true only once all of the switch is done.
//     bool suspended() const noexcept;
//
//     // Consumer's side, only when suspended(): makes that false until the next resume.
//     void clear_suspended() noexcept;
//
//     // Any side, while the body runs: there is nobody to go back to. The body's next suspend()
//     // calls detail::die_destroyed_while_running().
//     void abandon() noexcept;
//   };
//
// resume and suspend are forced inline. One place of resuming for all consumers is one
// indirect jump for all bodies, which the processor always mispredicts; and ThreadSanitizer, which
// counts calls and returns, must see as many on the way to a body as on the way back.
#pragma once

#include <deepyield/config.hpp>

#include <deepyield/engine/context.hpp>
#include <deepyield/engine/coroutine2.hpp>
#include <deepyield/engine/default_engine.hpp>
#if DEEPYIELD_HAS_NATIVE_ENGINE
#include <deepyield/engine/native.hpp>
#endif
