// Saves or loads one entry of the Actions cache with the client that BuildKit uses; the service is that of the environment.
//
//	go-client save KEY FILE
//	go-client load FILE KEY...   the first key is the wanted one; prints the key that was found, or nothing
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	actionscache "github.com/tonistiigi/go-actions-cache"
)

func main() {
	if len(os.Args) < 4 {
		log.Fatal("usage: go-client save KEY FILE | load FILE KEY...")
	}
	cache, err := actionscache.TryEnv(actionscache.Opt{})
	if err != nil || cache == nil {
		log.Fatal("no cache: ", err)
	}
	if os.Args[1] == "save" {
		err = save(cache, os.Args[2], os.Args[3])
	} else {
		err = load(cache, os.Args[2], os.Args[3:])
	}
	if err != nil {
		log.Fatal(err)
	}
}

func save(cache *actionscache.Cache, key, file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return cache.Save(context.Background(), key, actionscache.NewBlob(content))
}

func load(cache *actionscache.Cache, file string, keys []string) error {
	entry, err := cache.Load(context.Background(), keys...)
	if err != nil || entry == nil {
		return err
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	defer out.Close()
	fmt.Println(entry.Key)
	return entry.WriteTo(context.Background(), out)
}
