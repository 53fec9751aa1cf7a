# `info generators` names the one whose stack has overflowed.
#arguments: overflow
go
info generators
#> 1 .* suspended .*count_from
#> 2 .* STACK OVERFLOW .*main.*, on thread 1
generator 2 bt 3
#> overflow
