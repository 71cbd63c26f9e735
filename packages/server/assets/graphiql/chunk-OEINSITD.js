import{c as r,d as s}from"./chunk-J677XBI2.js";import{e as n,g as o}from"./chunk-EOFIK35P.js";n();o();var x={jsonc:{astFormat:"jsonc-text",parse:t=>({text:t}),locStart:()=>0,locEnd:t=>t.text.length}},p={"jsonc-text":{print:t=>{let{text:e}=t.node;return s(e,r(e,void 0,{insertSpaces:!0,tabSize:2,eol:`
`}))}}};export{x as parsers,p as printers};
