// Small real documents, made by hand: a PDF, a DOCX and an ODT that programs open, and files that only pretend.

import { randomBytes } from "node:crypto";

/** A file as a browser chooses it. */
export interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A one-page PDF 1.7 that shows `text`; `padding` bytes of noise make it as large as wanted. */
export function pdf(name: string, text: string, padding = 0): Chosen {
  const shown = text.replace(/[\\()]/g, "\\$&");
  const page = Buffer.from(`BT /F1 18 Tf 72 760 Td (${shown}) Tj ET`, "latin1");
  const bodies = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    ),
    stream(page),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
    ...(padding ? [stream(randomBytes(padding))] : []),
  ];
  const parts = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  let at = parts[0]!.length;
  let xref = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`;
  bodies.forEach((body, index) => {
    xref += `${String(at).padStart(10, "0")} 00000 n \n`;
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    parts.push(object);
    at += object.length;
  });
  parts.push(Buffer.from(`${xref}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return { name, mimeType: "application/pdf", buffer: Buffer.concat(parts) };
}

function stream(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<< /Length ${content.length} >>\nstream\n`), content, Buffer.from("\nendstream")]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An Office Open XML text of one paragraph (ECMA-376). */
export function docx(name: string, text: string): Chosen {
  const types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  const buffer = zip([
    [
      "[Content_Types].xml",
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${types}.main+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ],
    [
      "word/document.xml",
      `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>` +
        `<w:t>${escaped(text)}</w:t></w:r></w:p></w:body></w:document>`,
    ],
  ]);
  return { name, mimeType: types, buffer };
}

/** An OpenDocument text of one paragraph (ISO/IEC 26300): the first entry is its media type. */
export function odt(name: string, text: string): Chosen {
  const mimeType = "application/vnd.oasis.opendocument.text";
  const oasis = "urn:oasis:names:tc:opendocument:xmlns";
  const buffer = zip([
    ["mimetype", mimeType],
    [
      "META-INF/manifest.xml",
      `${XML}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3">` +
        `<manifest:file-entry manifest:full-path="/" manifest:media-type="${mimeType}"/>` +
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ],
    [
      "content.xml",
      `${XML}<office:document-content xmlns:office="${oasis}:office:1.0" xmlns:text="${oasis}:text:1.0" ` +
        `office:version="1.3"><office:body><office:text><text:p>${escaped(text)}</text:p></office:text></office:body>` +
        "</office:document-content>",
    ],
  ]);
  return { name, mimeType, buffer };
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A ZIP with stored entries (APPNOTE 6.3.10). */
function zip(entries: [name: string, content: string][]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const [path, data] = [Buffer.from(name), Buffer.from(content)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x21, 8); // 1 January 1980
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, data]);
    files.push(file);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, offset, path]));
    at += file.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, index, end]);
}

/** CRC-32 as in APPNOTE, section 4.4.7; Node's own came after version 20. */
function crc32(data: Buffer): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
