// A small main over mattn/go-sqlite3: C in a Go program. The user's name comes from the C library's own lookup.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"os/user"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	var sum int
	var version string
	if err := db.QueryRow("select 40 + 2, sqlite_version()").Scan(&sum, &version); err != nil {
		log.Fatal(err)
	}
	root, err := user.LookupId("0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(sum, version, root.Username)
}
