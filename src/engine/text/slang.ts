/**
 * Variant spellings as people type them; a short list of our own, canonical word first. Contains only words that occur
 * in phrases and names; the text model learns all others from its training texts.
 */
const SPELLINGS = `
nomor no nmr nmer nomer nomber nomr noomor
urut urot uruttt
nomorurut nourut nomerurut nmrurut
coblos cblos cobloss coblus coblosss toblos cobloz koblos cubluk
mencoblos nyoblos nyoblosin noblos mncoblos menyoblos nyublos
coblosan
pilih plh pilh piliih pileh pili
pilihlah plhlah pilihla
memilih milih mmilih memilh
dukung dkung dukong dungkung
mendukung ngedukung mndukung dukungin
menang mnang menank meneng minang2
menangkan mnangkan menangin menangken mnangin
pasangan psangan pasngan pasngn
paslon pslon paslonn
calon cln caln
gubernur gub gubernor gubernurr gbernur
bupati bupatii
walikota wako walkot walikotaa
wakil wkl
presiden prsiden presidn presidenn prez
partai prtai parte partay
lanjutkan lanjutken lanjutkeun lnjutkan lanjoetkan
kampanye kampaye kampanya kempanye kmpanye
relawan rlawan relwan
jangan jgn jngan jangn jgan
lupa lp
yang yg yng iang
dan n
dengan dgn dg dngn
untuk utk untk tuk buat bwt
kita kt qta
pemimpin pmimpin
periode priode preode
putaran ptaran putran
satu stu
suara swara
terpilih trpilih
bersama brsama bersma bareng
tidak gak ga nggak ngga enggak tdk ndak ora
saja aja sj
sudah udah udh sdh dah uda
semoga smoga semogah moga
insyaallah inshaallah insyaalloh inshaalloh insyallah
tanggal tgl
hari hr
`;

/** Pairs [canonical, variant], both in lower case. */
export const SLANG: readonly (readonly [string, string])[] = SPELLINGS.trim()
  .split("\n")
  .flatMap((line) => {
    const [canonical, ...variants] = line.trim().split(/\s+/);
    return variants.map((variant) => [canonical!, variant] as const);
  });
