module example.com/portable-build/lookup

go 1.22
