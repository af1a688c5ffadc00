export const id=714;export const ids=[714];export const modules={4714:(c,o,t)=>{t.r(o);t.d(o,{collect:()=>collect});async function collect(c){return 1}}};
