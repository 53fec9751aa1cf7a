#include "stack/stack_memory.hpp"

#include <deepyield/errors.hpp>

#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

namespace deepyield {
inline namespace v2 {
namespace detail {
namespace {

constexpr int guard_install = 102;  // MADV_GUARD_INSTALL, Linux 6.13; older headers do not name it

std::size_t number_in(const char* path) {
  std::size_t number = 0;
  std::ifstream(path) >> number;
  return number;
}

std::size_t mappings_of_this_process() {
  std::ifstream maps("/proc/self/maps");
  return static_cast<std::size_t>(
      std::count(std::istreambuf_iterator<char>(maps), std::istreambuf_iterator<char>(), '\n'));
}

enum class word { unknown, good, bad };

// Whether madvise(guard) can be trusted: qemu's user mode reports success for any advice. To find
// out, this makes the kernel write to a guarded page. A refusal can be trusted: the kernel is too
// old, or this page is locked (mlockall), and others may not be.
word word_on_guards() noexcept {
  void* const page =
      mmap(nullptr, page_size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return word::unknown;
  const bool honest = madvise(page, page_size(), guard_install) != 0 ||
                      (getrandom(page, 1, 0) < 0 && errno == EFAULT);
  munmap(page, page_size());
  return honest ? word::good : word::bad;
}

std::size_t systems_page() noexcept { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }

std::size_t address_space_of_this_process() {
  return number_in("/proc/self/statm") * systems_page();
}

}  // namespace

const std::size_t slab_bytes = std::size_t(64) << 20;

// Tests define DEEPYIELD_PAGE_SIZE: then this machine behaves like one with larger pages.
#if defined(DEEPYIELD_PAGE_SIZE)
constexpr std::size_t pretended_page = DEEPYIELD_PAGE_SIZE;
#else
constexpr std::size_t pretended_page = 0;
#endif

namespace {

// mmap's result begins a page. nullptr where the system refuses.
char* map(std::size_t bytes) noexcept {
  void* const mapped = mmap(nullptr, bytes + pretended_page, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (mapped == MAP_FAILED) return nullptr;
  char* const memory = static_cast<char*>(mapped);
  if (!pretended_page) return memory;
  const std::size_t before = -reinterpret_cast<std::uintptr_t>(memory) & (pretended_page - 1);
  if (before > 0) munmap(memory, before);
  munmap(memory + before + bytes, pretended_page - before);
  return memory + before;
}

}  // namespace

std::size_t page_size() noexcept { return pretended_page ? pretended_page : systems_page(); }

char* reserve(std::size_t bytes) noexcept {
  char* const memory = map(bytes);
  if (!memory) return nullptr;
  madvise(memory, bytes, MADV_NOHUGEPAGE);  // or the first touch of a stack would commit 2 MiB
  return memory;
}

void unreserve(char* memory, std::size_t bytes) noexcept { munmap(memory, bytes); }

// MADV_GUARD_INSTALL keeps the guard in the page table, and leaves the mapping whole. Older kernels
// have only mprotect, which splits it in two. Locked memory needs mprotect on any kernel.
bool guard(char* page) noexcept {
  static word kernels = word::unknown;  // the caller holds stacks_mutex
  if (kernels == word::unknown) kernels = word_on_guards();
  if (kernels == word::good && madvise(page, page_size(), guard_install) == 0) return true;
  return mprotect(page, page_size(), PROT_NONE) == 0;
}

void give_back(char* memory, std::size_t bytes) noexcept { madvise(memory, bytes, MADV_DONTNEED); }

std::size_t resident(char* memory, std::size_t bytes) noexcept {
  constexpr std::size_t pages_at_once = 256;  // this may run on a small body's stack
  unsigned char in_memory[pages_at_once];
  const std::size_t page = systems_page();
  std::size_t pages = 0;
  for (std::size_t done = 0; done < bytes; done += pages_at_once * page) {
    const std::size_t now = std::min(bytes - done, pages_at_once * page);
    if (mincore(memory + done, now, in_memory) != 0) continue;
    pages += static_cast<std::size_t>(std::count_if(in_memory, in_memory + now / page,
                                                    [](unsigned char one) { return one & 1; }));
  }
  return pages * page;
}

void throw_refused(std::size_t bytes, int error) {
  const std::string refused = "the system gave no stack of " + std::to_string(bytes) + " bytes (" +
                              std::generic_category().message(error) + "): ";
  const std::string fewer = ", or keep fewer generators at once";
  rlimit address_space{};
  if (getrlimit(RLIMIT_AS, &address_space) == 0 && address_space.rlim_cur != RLIM_INFINITY &&
      address_space_of_this_process() + bytes + bytes / 8 > address_space.rlim_cur)
    throw stack_error(refused + "the limit on this process's address space is " +
                      std::to_string(address_space.rlim_cur) + " bytes; raise it (ulimit -v)" +
                      fewer);
  const std::size_t most_mappings = number_in("/proc/sys/vm/max_map_count");
  const std::size_t mappings = mappings_of_this_process();
  if (most_mappings && mappings + 8 > most_mappings)
    throw stack_error(refused + "the limit on memory mappings is " + std::to_string(most_mappings) +
                      ", and each stack takes two on a kernel before 6.13; raise it " +
                      "(sysctl vm.max_map_count)" + fewer);
  if (number_in("/proc/sys/vm/overcommit_memory") == 2)
    throw stack_error(refused +
                      "vm.overcommit_memory is 2, so that address space counts as memory; set it "
                      "to 0, raise vm.overcommit_ratio, ask for a smaller stack" +
                      fewer);
  throw stack_error(refused +
                    "no limit that is known was hit, so it is the address space or the memory "
                    "itself; ask for a smaller stack" +
                    fewer);
}

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
