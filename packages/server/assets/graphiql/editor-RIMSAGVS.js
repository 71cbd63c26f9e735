import{b as a}from"./chunk-LCEQMMM6.js";import"./chunk-3RNHDNP5.js";export{a as initialize};
