-- The workloads in LuaJIT, on its coroutines: prints {"workload": nanoseconds each} as JSON, the
-- minimum of several repetitions, as for C++.
local function generator(body) return coroutine.wrap(body) end
local yield = coroutine.yield

local function count_up_to(n)
  return generator(function() for i = 1, n do yield(i) end end)
end

local function all_strings(strings, rounds)
  return generator(function()
    for _ = 1, rounds do
      for i = 1, #strings do yield(strings[i]) end
    end
  end)
end

local function tree(first, last)
  if first == last then return nil end
  local middle = math.floor((first + last) / 2)
  return {left = tree(first, middle), right = tree(middle + 1, last), value = middle}
end

local function walk(node)
  if node.left then walk(node.left) end
  yield(node)
  if node.right then walk(node.right) end
end

-- Adds after the inner call, which prevents a tail call.
local function descend(depth, n)
  if depth > 1 then return descend(depth - 1, n) + 1 end
  for i = 1, n do yield(i) end
  return 1
end

local function add_one(numbers)
  return generator(function() for number in numbers do yield(number + 1) end end)
end

local function pipeline(stages, n)
  local numbers = count_up_to(n)
  for _ = 1, stages do numbers = add_one(numbers) end
  return numbers
end

local function exhaust(elements)
  for _ in elements do end
end

local function nanoseconds_each(count, work)
  local best = math.huge
  for _ = 1, 5 do
    local start = os.clock()
    work()
    best = math.min(best, os.clock() - start)
  end
  return best * 1e9 / count
end

local n = 1000000
local size = 2 ^ 20 - 1
local strings = {}
for i = 1, 1000 do strings[i] = "a string: " .. i end
local root = tree(0, size)

local results = {
  flat_ints = nanoseconds_each(n, function() exhaust(count_up_to(n)) end),
  strings_by_reference = nanoseconds_each(n, function() exhaust(all_strings(strings, n / 1000)) end),
  tree_walk = nanoseconds_each(size, function() exhaust(generator(function() walk(root) end)) end),
  create_and_finish = nanoseconds_each(n, function()
    for i = 1, n do exhaust(generator(function() yield(i) end)) end
  end),
  create_and_abandon = nanoseconds_each(n, function()
    for _ = 1, n do count_up_to(2)() end
  end),
}
for _, depth in ipairs({1, 10, 100, 10000}) do
  results["depth_" .. depth] = nanoseconds_each(n, function() exhaust(generator(function() descend(depth, n) end)) end)
end
for _, stages in ipairs({1, 2, 4, 8}) do
  results["pipeline_" .. stages] = nanoseconds_each(n / 4, function() exhaust(pipeline(stages, n / 4)) end)
end

local fields = {}
for workload, nanoseconds in pairs(results) do fields[#fields + 1] = string.format('"%s": %.2f', workload, nanoseconds) end
print("{" .. table.concat(fields, ", ") .. "}")
