// The declarations that the examples in the headers' documentation comments use.
#pragma once

#include <deepyield/ambient.hpp>
#include <deepyield/consumer.hpp>
#include <deepyield/coroutine2.hpp>
#include <deepyield/generator.hpp>
#include <deepyield/itertools.hpp>
#include <deepyield/registry.hpp>
#include <deepyield/shared_generator.hpp>
#include <deepyield/to.hpp>
#include <deepyield/version.hpp>

#include <boost/context/fixedsize_stack.hpp>
#include <boost/coroutine2/coroutine.hpp>
#include <boost/range/adaptor/filtered.hpp>
#include <boost/range/algorithm/copy.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace deepyield {

generator<int> count_up_to(int n);
void body(yielder<int>& yield);
bool odd(int);
void work();
void use(int);
int compare_and_yield(const void*, const void*);

extern generator<int> g;
extern generator<int, void, int> summed;
extern yielder<int>& yield;
extern yielder<int, int>& yield_and_receive;
extern consumer<char, int> counter;
extern std::vector<int> a, b;
extern std::string text;
extern int values[3];
extern int failed_cleanups;

}  // namespace deepyield
