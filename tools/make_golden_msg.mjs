// Makes mail.msg and mail-950.msg of tests/data/documents: node tools/make_golden_msg.mjs, after
// npm install @kenjiuno/msgreader@1
// An Outlook message put together from its properties ([MS-OXMSG] 2.4) by msgreader's writer of compound files.
import { readFileSync, writeFileSync } from "node:fs";
import { burn } from "@kenjiuno/msgreader/lib/Burner.js";
import { TypeEnum } from "@kenjiuno/msgreader/lib/Reader.js";

const FIRST = "The labels were printed by Era-Media TOV in Kyiv. Two hundred flasks were ordered from " +
  "Valerian Labs, Inc. in the spring; the invoices of Blue Lantern Logistics are enclosed.";
let entries = [];
const add = (name, type, data) => {
  entries.push({ name, type, binaryProvider: () => Uint8Array.from(data ?? []), length: data?.length ?? 0, children: [] });
  return entries.length - 1;
};
const property = (id, type, value) => {
  const entry = Buffer.alloc(16);
  entry.writeUInt16LE(type, 0); entry.writeUInt16LE(id, 2); entry.writeUInt32LE(6, 4); entry.writeUInt32LE(value, 8);
  return entry;
};
// Texts are UTF-16 (0x001f), bytes of some code page { text } are 0x001e, others 0x0102; each is a stream beside the
// table of properties.
const storage = (parent, header, values) => {
  const table = [Buffer.alloc(header)];
  for (const [id, value] of values) {
    const text = typeof value === "string", number = typeof value === "number";
    if (number) { table.push(property(id, 0x0003, value)); continue; }
    const data = text ? Buffer.from(value, "utf16le") : value.text ?? value;
    const type = text ? 0x001f : value.text ? 0x001e : 0x0102;
    table.push(property(id, type, data.length + (text ? 2 : 0)));
    const name = `__substg1.0_${id.toString(16).padStart(4, "0")}${type.toString(16).padStart(4, "0")}`.toUpperCase();
    entries[parent].children.push(add(name.replace("__SUBSTG", "__substg"), TypeEnum.DOCUMENT, data));
  }
  entries[parent].children.push(add("__properties_version1.0", TypeEnum.DOCUMENT, Buffer.concat(table)));
};
const root = add("Root Entry", TypeEnum.ROOT);
const inside = (name) => { const at = add(name, TypeEnum.DIRECTORY); entries[root].children.push(at); return at; };
const attachment = inside("__attach_version1.0_#00000000");
const recipient = inside("__recip_version1.0_#00000000");
const names = inside("__nameid_version1.0");
for (const stream of ["00020102", "00030102", "00040102"])
  entries[names].children.push(add(`__substg1.0_${stream}`, TypeEnum.DOCUMENT, new Uint8Array(0)));
const letter = readFileSync(new URL("../tests/data/documents/letter.docx", import.meta.url));
storage(attachment, 8, [[0x3705, 1], [0x3707, "letter.docx"], [0x3701, letter]]);
storage(recipient, 8, [[0x3001, "Hapjanggang Trading Corporation"], [0x39fe, "trade@example.org"]]);
storage(root, 32, [[0x001a, "IPM.Note"], [0x0037, "Copy for ZR Energy DMCC"], [0x0c1a, "A. Clerk"],
  [0x0c1f, "clerk@example.org"], [0x1000, FIRST]]);
writeFileSync(new URL("../tests/data/documents/mail.msg", import.meta.url), burn(entries));

// The same by an Outlook of before 2003 in Taipei: no Unicode, the subject and body in code page 950.
entries = [];
const old = add("Root Entry", TypeEnum.ROOT);
const nothing = add("__nameid_version1.0", TypeEnum.DIRECTORY);
const to = add("__recip_version1.0_#00000000", TypeEnum.DIRECTORY);
entries[old].children.push(nothing, to);
for (const stream of ["00020102", "00030102", "00040102"])
  entries[nothing].children.push(add(`__substg1.0_${stream}`, TypeEnum.DOCUMENT, new Uint8Array(0)));
const big5 = (hexadecimal) => ({ text: Buffer.from(hexadecimal, "hex") });
const COMPANY = "aa5aba7eb0aaaae4aceca7dea6b3adada4bda571";
storage(to, 8, [[0x3001, big5(COMPANY)]]);
storage(old, 32, [[0x001a, { text: Buffer.from("IPM.Note") }], [0x3ffd, 950], [0x0037, big5(COMPANY)],
  [0x0c1a, { text: Buffer.from("A. Clerk") }], [0x1000, big5(COMPANY)]]);
writeFileSync(new URL("../tests/data/documents/mail-950.msg", import.meta.url), burn(entries));
