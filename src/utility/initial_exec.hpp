// DEEPYIELD_INITIAL_EXEC: for thread-local variables that a signal handler may read. It also makes
// a shared library read them with one instruction instead of a call.
#pragma once

#if defined(__ELF__)
#define DEEPYIELD_INITIAL_EXEC __attribute__((tls_model("initial-exec")))
#else
#define DEEPYIELD_INITIAL_EXEC
#endif
