# Pretty printers: state, body and current element.
break stop_here
go
frame-of one_of_each_kind
print tree
#> generator: suspended, body .*in_order.* = {element = {.*value = 1}}
print at
#> iterator = {element = {.*value = 1}}
print numbers
#> generator: suspended, body .*count_from.* = {element = 42}
print created
#> generator: created, body .*nothing_yet
print delegating
#> generator: suspended in yield.from, body .*delegates
print summed
#> consumer: suspended, body .*sum
print shared
#> shared_generator: suspended, body .*count_from
print squares
#> lazy_range: suspended, map = {element = 49}
print closed
#> generator: closed, without a body
print running
#> generator: running, body
