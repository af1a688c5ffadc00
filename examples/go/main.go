// lookup answers two questions that usually drag libc into a Go program: who is the user, and what is the address of a
// name. Built by portable-build it answers them without libc, from any directory of any Linux.
package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"os/user"
	"runtime"
	"time"
)

// Given by the build: the tag or commit, and the commit's time.
var (
	version = "dev"
	date    = "unknown"
)

func main() {
	showVersion := flag.Bool("version", false, "print the version and exit")
	flag.Parse()
	if *showVersion {
		fmt.Printf("lookup %s (%s) linux/%s %s\n", version, date, runtime.GOARCH, runtime.Version())
		return
	}
	if err := lookup(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "lookup:", err)
		os.Exit(1)
	}
}

func lookup(names []string) error {
	if who, err := user.Current(); err == nil {
		fmt.Printf("%-12s %s (uid %s)\n", "user", who.Username, who.Uid)
	}
	if len(names) == 0 {
		names = []string{"localhost"}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for _, name := range names {
		addresses, err := net.DefaultResolver.LookupHost(ctx, name)
		if err != nil {
			return err
		}
		for _, address := range addresses {
			fmt.Printf("%-12s %s\n", name, address)
		}
	}
	return nil
}
