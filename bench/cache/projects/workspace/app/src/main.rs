//! Sums the numbers in its arguments: `app one two three`.

fn main() {
    let text = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    let sum = parse::numbers(&text).iter().map(|word| word.value).sum();
    println!("{}", show::json(sum));
}
