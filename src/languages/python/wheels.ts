/**
 * Downloads what an application requires, as wheels for the floor, and writes the lock that they are installed by. When
 * there is no such wheel, asks the index which version has one. A program of its own because pip says only "no matching
 * distribution". Arguments: directory, lock file, a text for people (`Python 3.11 on glibc 2.17`), `--`, what pip is told of the
 * target, `--`, requirements.
 */
export const wheelsScript = `import hashlib, os, re, subprocess, sys

dest, lock, where, _, *rest = sys.argv[1:]
cut = rest.index('--')
target, wanted = rest[:cut], rest[cut + 1:]
pip = [sys.executable, '-m', 'pip', '--disable-pip-version-check', '--no-input']


def ask(*words):
    return subprocess.run([*pip, *words], capture_output=True, text=True)


def exists(name):
    return ask('index', 'versions', name).returncode == 0


def fail(code, text):
    sys.exit(f'portable-build: error[{code}]: {text}')


def explain(text):
    missing = re.search(r'No matching distribution found for ([^\\s;]+)', text)
    conflict = re.search(r'Cannot install (.*) because these package versions have conflicting dependencies', text)
    if conflict:
        fail('no-wheel', f'the requirements contradict each other: {conflict.group(1)}')
    if not missing:
        last = [line for line in text.splitlines() if line.startswith('ERROR: ')]
        fail('step-failed', last[-1][7:] if last else 'pip failed')
    asked = missing.group(1)
    name, exact = re.match(r'([A-Za-z0-9._-]+)(?:==([^,;]+))?', asked).groups()
    other = re.search(rf'[ ;] {re.escape(exact)} Requires-Python ([^;\\n]+)', text) if exact else None
    if other:
        fail('no-wheel', f'{asked} wants Python {other.group(1).strip()}, and this is {where}: set python-version')
    listed = re.search(r'\\(from versions: ([^)]*)\\)', text)
    fitting = [v for v in (listed.group(1).split(', ') if listed else []) if re.fullmatch(r'[0-9.]+(\\.?post[0-9]+)?', v)]
    if fitting:
        fail('no-wheel', f'{asked} has no wheel for {where}; the newest that fits is {name} {fitting[-1]}')
    if exists(name):
        fail('no-wheel', f'{name} has no wheel for {where} in any version: it would have to be compiled from its sources')
    if re.search(r'connection|resolve|timed out|SSLError|ProxyError', text, re.I):
        fail('download-failed', f'the Python index cannot be asked for {name}')
    fail('no-wheel', f'the Python index has no {name}')


os.makedirs(dest, exist_ok=True)
for old in os.listdir(dest):
    os.remove(os.path.join(dest, old))
if wanted:
    done = ask('download', '--dest', dest, *target, *wanted)
    print(done.stdout, end='')
    if done.returncode != 0:
        print(done.stderr, end='', file=sys.stderr)
        explain(done.stderr)

lines = []
for file in sorted(os.listdir(dest), key=str.lower):
    name, version = file.split('-')[:2]
    with open(os.path.join(dest, file), 'rb') as wheel:
        lines.append(f'{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read()).hexdigest()}\\n')
with open(lock, 'w') as out:
    out.writelines(lines)
for line in lines:
    print(line.split(' ')[0])
`
