/**
 * Words that change the meaning of a name, number or call beside them. They belong to the languages of the lexicon, not
 * to an agency. They ship with the compiled ruleset, so that pages parse them only on demand and their script stays
 * small.
 */
export const CONTEXT_WORDS = {
  /** Before one word of a name: it is that person's ("bu Airin", "mas Pram", "cagub Luluk"). */
  honorific:
    "pak bapak bpk bp bu ibu bunda mas mbak mba kang kangmas teh teteh gus ning cak bang abang bung haji hj " +
    "kh abah abi umi koh ci ustad ustadz ustaz habib tuan puan uda uni daeng ama inang bli jenderal cagub " +
    "cawagub cabup cawabup cawali cawalkot cawawali cawawalkot capres cawapres paslon calon pasangan",
  /** Before an ambiguous name: it is a candidate's ("dukung Taufik", "cabup Joni"). */
  political:
    "dukung mendukung dukungan pilih memilih coblos nyoblos cucuk menangkan memenangkan relawan sahabat tim " +
    "timses pendukung kandidat cagub cawagub cabup cawabup cawali cawalkot cawawali cawawalkot paslon calon " +
    "pasangan for pemenangan sukses kampanye kemenangan untuk",
  /** Before one word of a local name: only these make it a candidate's, because everybody is "Pak" or "Bu". */
  candidate:
    "cagub cawagub cabup cawabup cawali cawalkot cawawali cawawalkot capres cawapres paslon calon caleg bacalon kandidat",
  /** Beside a person's name: he stands for election. */
  stands:
    "maju nyalon nyaleg nyapres nyagub nyabup mencalonkan nyalonin bacabup bacagub bacaleg periode berkontestasi mencalon",
  /** In a question under a campaign's post: it asks how, where or when to take part. */
  takesPart:
    "jam pukul daftar daftarnya mendaftar ndaptar daptar ikut ikutan ikutnya milu melu umpat gabung gabungnya bergabung join kumpul " +
    "kumpulnya ngumpul acara acaranya mulainya hadir lokasi lokasinya alamat alamatnya posko poskonya kaos kaosnya kaus kausnya stiker " +
    "stikernya sticker baju bajunya klambi topi topinya kalender kalendernya spanduk spanduknya baliho kebagian ngambil ngambilnya beli " +
    "belinya pesan pesen dibagi dibagikan pembagian sembako amplop kupon kuponnya rombongan saksi relawan titik twibbon dresscode " +
    "bajunyo bajune bajuna kaosnyo kaosna kaose kaosne kausnyo stikernyo stikere stikerna celemek celemeknya dijual dapet kebagi kabagian bagian",
  /** In the name or category of volunteers: they help people, not a candidate. */
  aid:
    "bencana banjir gempa kemanusiaan pangan donor darah pmi mengajar pengajar guru literasi lingkungan sosial pendidikan medis kesehatan " +
    "tsunami kebakaran longsor hewan satwa kucing hutan laut sungai independen netral pemantau pengawas bawaslu kpu sar ambulans yatim lansia " +
    "difabel masjid gereja dapur covid palestina rohingya zakat sedekah",
  /** Beside raised fingers: somebody poses for a picture. */
  pose:
    "foto fotonya fotoan poto potonya potret pose posenya selfie selpi swafoto wefie wefi acung acungkan mengacungkan ngacung " +
    "ngacungin angkat angkatnya mengangkat ngangkat pelaminan jepret kamera video reels",
  ballot: "urut urutan paslon pasangan calon capres cagub cabup cawali caleg kandidat",
  frame:
    "nomor no nomer jaroe nomoro nombor number jari driji ramo salam cap kotak partai tetap tetep nomere nomorna nomerna",
  /** After a number: it is shown with fingers. */
  fingers: "jari jarinya jariku jarimu driji jempol telunjuk ramo jeriji karat",
  asked: "brp berapa brapa pinten sabaraha",
  /** Before a number: it is a time, a place, a sum or a law. */
  noBallot:
    "jam pukul pkl tanggal tgl rp idr rt rw jalan jl jln gang gg blok km lantai kamar hp telp wa uu pasal ayat perda pp tahun th umur usia " +
    "kelas sekolah smp sma sd smpn sman sdn tps dapil bab halaman hal seri versi episode ep menu paket ukuran rekening resi antrean antrian " +
    "cuma cuman hanya ngan tinggal minimal maksimal sekitar kode semester menit level bab bayar lunas hari truk mobil bus bis angkot motor etalase layar juara peringkat rangking ranking grup sesi ronde babak periode ke jilid volume vol botol kerupuk rasa varian tipe bibit kolam sawah petak kandang bukan bkn dudu",
  /** After a number: it is a count. */
  units:
    "tahun th thn persen juta jt ribu rb miliar milyar m orang org warga kg gr km meter m2 jam menit detik hari minggu bulan kali x unit buah biji " +
    "ekor lembar lbr porsi bungkus putaran desa kecamatan tps suara kursi rumah kk anak motor mobil bis bus liter dus karung paket pasang " +
    "warna kota kabupaten provinsi taun kodi sak ons lusin piring gelas tim calon paslon pasangan kandidat taun poin episode ekor bal box " +
    "periode dapil kelompok titik lokasi kilo derajat detik karung lantai kamar",
  /** Particles that add nothing to the number before them. */
  particle:
    "aja aje ae wae bae saja sj doang dong deh lah la loh lho ya yaa yo yah ye yes mah weh wes teh atuh pokona pokoke pokoknya ji mi mo jo jua kwa neh " +
    "do ma be haja ja se kah kang kak bang pak bu mas mbak bund bro gan min sob gas gaskeun gass menang harga mati tetap tetep fix dulu duluan " +
    "di hati sudah su sa tong terus tros lagi geus bhai tonji tok thok tho nih nich kan pasti mantap jos top nge ningku mami bai lur dulur sedulur sanak lae tulang braya semeton cuy guys pa ma mak emang memang kawan pokoke",
  /** Behind a name that begins a text: somebody settles for him ("Cak Mulkan be", "Bu Fina lah"). */
  settles:
    "aja aje ae wae bae saja sj lah la loh dong deh jo jua be do to mi ji pokoknya pokoke pokona tetap tetep harga dulu lagi kan gas gaskeun",
  /** Before a word: it is a person's name, whoever that is. */
  person:
    "yai nyai ajengan raden lora datuk datuak buya bundo opa oma lik pakde bude paklik bulik mbah mbok bli gung jro miq mamiq moan nona kaka pace mace " +
    "frater romo pastor pendeta karaeng petta opu cek yuk mamang wak uwak ncik encik tuanku inyiak profesor letjen mayjen brigjen komjen irjen laksamana " +
    "pak bapak bpk bu ibu bunda mama mas mbak mba kang teh gus ning cak bang bung haji hajah abah om tante usi caca nyong bapa bunda mpok neng ceu teh aa bik wak den dek mang kapten jenderal marsekal abu tgk amang inang lae ito tulang nande om bu ustad ustadz ustaz kyai kiai kak kaka koh uda uni daeng puang tgk letkol kolonel jenderal dokter prof ki",
  /** First word of an account's name that belongs to an employee of an agency, not to the agency. */
  officer:
    "pak bapak bpk bu ibu bunda mama mas mbak mba kang teh bang bung haji om tante kak kaka cak ning gus uda uni usi daeng puang mayor kapten " +
    "kasi kasubag kasubbag kabid kabag kadis camat lurah sekdes sekcam sekretaris staf staff ajudan guru pensiunan bidan supir sopir kelian kepsek kepala wakil dosen perawat dokter penyuluh",
  /** After these titles: not a name. */
  noName:
    "rt rw kades lurah camat guru dosen polisi kpu bawaslu yang yg itu ini ya sih dong aja saja mau jadi di ke dan atau siapa mana nya kita kami saya aku lagi semua haji dan",
  /** Right behind a name that others bear these make it a neighbour's or a tradesman's: "Bu Sri, tetangga depan rumah". */
  namesake:
    "tetangga tatangga tatanggo tonggo kolega sopir supir driver tukang penjual pedagang dagang jualan satpam hansip kernet montir " +
    "mertua sepupu keponakan ponakan besan ipar almarhum almarhumah alm sastrawan kiper pelatih masinis nakhoda penjaga pensiunan mahasiswa mahasiswi siswa murid " +
    "menantu menantunya pengantin manten jamaah jemaah penumpang pembeli sebelah seberang warung toko bengkel salon kos kosan kontrakan saung lapak kios bakso mie nasi pecel soto martabak gorengan guru",
  /** Words that address somebody, or express one's own intent. */
  toSomebody:
    "ayo ayok mari yuk yok hayu nyok ngiring jom kita kami kite kitorang torang katong urang awak saya aku gue gw gua ane abdi kula inyong " +
    "ulun kamu kalian jangan jgn ojo aja ulah lupa inget ingat siap bismillah semoga gas gaskeun gaspol pilih coblos dukung tolong mohon",
  /** Verbs with which the press reports what somebody said or plans. */
  told:
    "menyebut mengatakan menegaskan meminta mengklaim klaim janji berjanji kata katanya ujar ujarnya tutur menuturkan " +
    "menyampaikan menilai dinilai berkomitmen mengaku disebut sebut memastikan pastikan menyatakan mendapat dapat optimis " +
    "optimistis mengungkapkan ungkap menjelaskan menanggapi targetkan menargetkan beri diberi bakal",
  /** Number words, each followed by its value. */
  said:
    "satu 1 siji 1 hiji 1 sa 1 sara 1 sabei 1 seddi 1 besik 1 setunggal 1 dua 2 loro 2 duo 2 dua' 2 dwa 2 kalih 2 " +
    "tiga 3 telu 3 tilu 3 tigo 3 tolu 3 tallu 3 tellu 3 telo 3 tiluk 3 empat 4 papat 4 opat 4 ampek 4 opat 4 " +
    "appa 4 lima 5 limo 5 lema 5 enam 6 nem 6 genep 6 anam 6 tujuh 7 pitu 7 delapan 8 wolu 8 sembilan 9 sanga 9",
  /** Words before "no. 2" that make it an address, a law or a phone number. */
  notBallot:
    "jalan jl jln gang gg blok rt rw uu undang pp perda perpres pasal ayat lantai kamar hp telp wa surat",
  /** After a number: it is a sum, a date or a measure. */
  measure: "tahun th persen juta ribu miliar orang kg km jam menit hari",
  /** Before a call: somebody reports it ("AHY ajak warga menangkan …", "relawan menyatakan dukung …"). */
  reported:
    "ajak mengajak imbau mengimbau komitmen berkomitmen menyatakan nyatakan mendeklarasikan deklarasikan " +
    "deklarasi instruksikan targetkan optimistis minta meminta klaim mengklaim sebut menyebut",
} as const satisfies Readonly<Record<string, string>>;

/** Position or effect of a list of context words. */
export type ContextWordRole = keyof typeof CONTEXT_WORDS;
