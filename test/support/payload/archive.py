"""Writes an archive with Python's own modules, the independent writer of the tests: JSON on stdin, bytes on stdout."""
import base64, io, json, lzma, sys, tarfile, zipfile

spec = json.load(sys.stdin)
out = io.BytesIO()


def write_tar():
    formats = {'ustar': tarfile.USTAR_FORMAT, 'gnu': tarfile.GNU_FORMAT, 'pax': tarfile.PAX_FORMAT}
    with tarfile.open(fileobj=out, mode='w', format=formats[spec.get('variant', 'gnu')]) as tar:
        for member in spec['members']:
            info = tarfile.TarInfo(member['path'])
            info.mode = member['mode']
            data = base64.b64decode(member['data'])
            if member.get('link') is not None:
                info.type, info.linkname = tarfile.SYMTYPE, member['link']
                tar.addfile(info)
            else:
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))


def write_zip():
    method = {'stored': zipfile.ZIP_STORED, 'deflate': zipfile.ZIP_DEFLATED}[spec.get('variant', 'deflate')]
    with zipfile.ZipFile(out, 'w', method, strict_timestamps=False) as archive:
        for member in spec['members']:
            info = zipfile.ZipInfo(member['path'])
            info.compress_type = method
            link = member.get('link')
            info.external_attr = (member['mode'] | (0o120000 if link is not None else 0o100000)) << 16
            data = link.encode() if link is not None else base64.b64decode(member['data'])
            with archive.open(info, 'w', force_zip64=spec.get('zip64', False)) as stream:
                stream.write(data)


def write_xz():
    filters = [{'id': lzma.FILTER_LZMA2, 'preset': 6, 'dict_size': spec.get('window', 1 << 20)}]
    for part in spec['parts']:
        out.write(lzma.compress(base64.b64decode(part), check=getattr(lzma, 'CHECK_' + spec.get('check', 'CRC64')), filters=filters))


{'tar': write_tar, 'zip': write_zip, 'xz': write_xz}[spec['format']]()
sys.stdout.buffer.write(out.getvalue())
