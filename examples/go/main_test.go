package main

import "testing"

func TestLookupOfAnAddressNeedsNoNetwork(t *testing.T) {
	if err := lookup([]string{"127.0.0.1"}); err != nil {
		t.Fatal(err)
	}
}

func TestLookupOfNoNameFails(t *testing.T) {
	if err := lookup([]string{"no such name"}); err == nil {
		t.Fatal("a name with spaces was resolved")
	}
}
