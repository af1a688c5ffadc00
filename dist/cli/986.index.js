export const id = 986;
export const ids = [986];
export const modules = {

/***/ 5986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startAtFloor: () => (/* binding */ startAtFloor)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/js/toolchains/systems.json
const systems_namespaceObject = /*#__PURE__*/JSON.parse('[{"name":"Debian 11","glibc":"2.31","musl":"1.2.2","archives":["https://deb.debian.org/debian","https://archive.debian.org/debian","https://snapshot.debian.org/archive/debian/20250810T091630Z"],"archs":{"x86_64":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.31-13+deb11u11_amd64.deb","sha256":"05f7264da867b37f4c5ce49266b558ea1e81e05a9464f623152fca70f3550282","bytes":2822708,"root":"./lib/x86_64-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-10/libgcc-s1_10.2.1-6_amd64.deb","sha256":"e478f2709d8474165bb664de42e16950c391f30eaa55bc9b3573281d83a29daf","bytes":41400,"root":"./lib/x86_64-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-10/libstdc++6_10.2.1-6_amd64.deb","sha256":"5c155c58935870bf3b4bfe769116841c0d286a74f59eccfd5645693ac23f06b1","bytes":492540,"root":"./usr/lib/x86_64-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-10/libatomic1_10.2.1-6_amd64.deb","sha256":"e8f1d04653698ab185c1144f35f905a1de87571c12ea630b65be669a2823d8c7","bytes":9008,"root":"./usr/lib/x86_64-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.2-1_amd64.deb","sha256":"5932c2e94fefcca7779ea454a2c9e94a1f2e5f61483b5c7726734cf56f25ff3f","bytes":417704,"root":"./lib/x86_64-linux-musl/"}},"i686":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.31-13+deb11u11_i386.deb","sha256":"8198abd817cbcd615ce3207fb924317b53cc0b522bfe57d689757de13fe00d66","bytes":2755136,"root":"./lib/i386-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-10/libgcc-s1_10.2.1-6_i386.deb","sha256":"0a52edec5d626f8d9acf1998248d276760aff3950f44a308d27d4a2a488fe18d","bytes":49604,"root":"./lib/i386-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-10/libstdc++6_10.2.1-6_i386.deb","sha256":"ef9b1f03163ad32c8f940b9a9e417773ff3d2f08ad2044d9c28fed5b81de3b7e","bytes":526892,"root":"./usr/lib/i386-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-10/libatomic1_10.2.1-6_i386.deb","sha256":"62b4c156f734ad2ad44dbbb4cf9c38ad36e01167f065bf3590bd457bac48a4cd","bytes":9508,"root":"./usr/lib/i386-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.2-1_i386.deb","sha256":"b7bb9c46aa6702f316ca2455c1690f368c38444d48b015c416ddda8d1c899628","bytes":419504,"root":"./lib/i386-linux-musl/"}},"aarch64":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.31-13+deb11u11_arm64.deb","sha256":"baaa9aa184e2f21738c5819055e6740cc5b22f198e3f416e33f82b40ff6933d8","bytes":2455356,"root":"./lib/aarch64-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-10/libgcc-s1_10.2.1-6_arm64.deb","sha256":"e2fcdb378d3c1ad1bcb64d4fb6b37aab44011152beca12a4944f435a2582df1f","bytes":34572,"root":"./lib/aarch64-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-10/libstdc++6_10.2.1-6_arm64.deb","sha256":"7869aa540cc46e9f3d4267d5bde2af0e5b429a820c1d6f1a4cfccfe788c31890","bytes":450672,"root":"./usr/lib/aarch64-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-10/libatomic1_10.2.1-6_arm64.deb","sha256":"d0b8a02896479a6eac49019d71142da9561482759f40eb7aeb15cfdc7d3e39ec","bytes":9468,"root":"./usr/lib/aarch64-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.2-1_arm64.deb","sha256":"18a382bab2c55cab1d206e453b046ef552cceb23e068a0453f4726f603ffc181","bytes":398964,"root":"./lib/aarch64-linux-musl/"}},"armv7":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.31-13+deb11u11_armhf.deb","sha256":"2b8a57429fd1999ae15c144a09a37a2c37a02ec1c5a5e07eded65455934e3b08","bytes":2331296,"root":"./lib/arm-linux-gnueabihf/"},"libgcc-s1":{"pool":"pool/main/g/gcc-10/libgcc-s1_10.2.1-6_armhf.deb","sha256":"4cfff89c7f492090c5988298f9f9419d3464d294c43883800a2ed55676581d26","bytes":36200,"root":"./lib/arm-linux-gnueabihf/"},"libstdc++6":{"pool":"pool/main/g/gcc-10/libstdc++6_10.2.1-6_armhf.deb","sha256":"879258df2ac36d9733df014c5a5443944e1a5c4ba9a7eebe5dd28547b4ebb541","bytes":420924,"root":"./usr/lib/arm-linux-gnueabihf/"},"libatomic1":{"pool":"pool/main/g/gcc-10/libatomic1_10.2.1-6_armhf.deb","sha256":"ab42936f2537266ae1da535a23d53b89a4a469a3532402d87f0184e32dc83062","bytes":6924,"root":"./usr/lib/arm-linux-gnueabihf/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.2-1_armhf.deb","sha256":"e5d5ad62c7ccd96d34f60c89efdd2e8a2e64c4146f9fe7cb951c44c3c080e5e2","bytes":396276,"root":"./lib/arm-linux-musleabihf/"}}}},{"name":"Debian 12","glibc":"2.36","musl":"1.2.3","archives":["https://deb.debian.org/debian","https://archive.debian.org/debian","https://snapshot.debian.org/archive/debian/20260712T101637Z"],"archs":{"x86_64":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_amd64.deb","sha256":"ba4f88f73dbc3ae9055f3c20f4523bfdbaf1ad13ff95e258924f77d20b4fbedf","bytes":2759320,"root":"./lib/x86_64-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_amd64.deb","sha256":"3016e62cb4b7cd8038822870601f5ed131befe942774d0f745622cc77d8a88f7","bytes":49856,"root":"./lib/x86_64-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_amd64.deb","sha256":"5cd3171216d4ab0fc911cfe9c35509bf2dd8f47761c43b7f6a4296701551a24d","bytes":612604,"root":"./usr/lib/x86_64-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_amd64.deb","sha256":"fbd4e154a6b444229ea002cc209df099209c0adc09102e5fd21239a3d2b55e2d","bytes":9376,"root":"./usr/lib/x86_64-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_amd64.deb","sha256":"4fc1e3d9b579f5c682ca99a4d45aec08d72a2e6b82b4c2e1bbcb7095466ae96d","bytes":406200,"root":"./lib/x86_64-linux-musl/"}},"i686":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_i386.deb","sha256":"76b12e06be66ec3fc2c1791d7d8cf34c2b828ed210e3913feeeb8edc9688f820","bytes":2626392,"root":"./lib/i386-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_i386.deb","sha256":"56b95a550b342418f6c4765d5c9b08df2c7167134767e44f1f1bc82ced363ece","bytes":59560,"root":"./lib/i386-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_i386.deb","sha256":"a262f9ad4e4b4adcb6a2663051e36e6c117159b048ae7ce8d4af215e90de3e5e","bytes":661256,"root":"./usr/lib/i386-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_i386.deb","sha256":"4c9e99e98b0372160ffcb6ee2548ca2a8e007283b08df3395f0eeca0d2288361","bytes":7692,"root":"./usr/lib/i386-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_i386.deb","sha256":"021a840247f26db961dcdbc7c1b249baa1e3434bed99bea7dce44a5ac834b93f","bytes":407692,"root":"./lib/i386-linux-musl/"}},"aarch64":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_arm64.deb","sha256":"01f4330719fd4f65580e16ea5a0527f372fca750e8f588d26deaf09f2d3b1cf4","bytes":2324660,"root":"./lib/aarch64-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_arm64.deb","sha256":"576926b283613db80168ddf76380a3bd877602778cf0d226caa7bfbfa71eacf3","bytes":34816,"root":"./lib/aarch64-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_arm64.deb","sha256":"26e138c677a985775331373828a6c286c551ff397cb735d00e2383cb273d1cb2","bytes":556608,"root":"./usr/lib/aarch64-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_arm64.deb","sha256":"1693aa13ce2b30d061a519fc28b77b9bab8c8e45804ced5969d99821e1bc2159","bytes":9568,"root":"./usr/lib/aarch64-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_arm64.deb","sha256":"6ccf2bf0f479b00411cb8e1eeb048e648718170db5d63bbb4bf4a89350b81468","bytes":391916,"root":"./lib/aarch64-linux-musl/"}},"armv7":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_armhf.deb","sha256":"758c68b92654747025b48476a45c315bf16df1321224abdd9be672bfd120be45","bytes":2146016,"root":"./lib/arm-linux-gnueabihf/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_armhf.deb","sha256":"f58562bf01efd6112b914182147ee149e0d4c90869046e31844da8803669eeb3","bytes":36464,"root":"./lib/arm-linux-gnueabihf/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_armhf.deb","sha256":"66d53ddeb10a37f22e455611c2c515f9d444e523b55d873ff48bde47267963db","bytes":519216,"root":"./usr/lib/arm-linux-gnueabihf/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_armhf.deb","sha256":"9fefdd86958961a384bbb07de3105e6502d581831ba8f69bb8e1a84ab0e63baa","bytes":6932,"root":"./usr/lib/arm-linux-gnueabihf/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_armhf.deb","sha256":"75e00006d3967c24d505cac439ba14e5508a5ff11a72e248f329e05da5e1cc0b","bytes":384384,"root":"./lib/arm-linux-musleabihf/"}},"armel":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_armel.deb","sha256":"5eb674d8a73cccad372a7d35878209fc403266da1c23eb5974cdadb69de4091e","bytes":2141784,"root":"./lib/arm-linux-gnueabi/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_armel.deb","sha256":"4d9bf44b70e4437e652160ec8c042ed7a186662281f4d58a728f4a87225f1527","bytes":38300,"root":"./lib/arm-linux-gnueabi/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_armel.deb","sha256":"0ddc1914184e5beb5db4c7d7c6c2ce7de14094ac8cdf1d5b9ed6e2097ff8b6b1","bytes":506204,"root":"./usr/lib/arm-linux-gnueabi/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_armel.deb","sha256":"cf05c67ba9e699105aff6717e02b5139cf77c1391d8a717e563de088839711ef","bytes":9056,"root":"./usr/lib/arm-linux-gnueabi/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_armel.deb","sha256":"0c81cdbb80388d892739a10271c10970fbe78d150d95319270221bf1e3c9b3f0","bytes":394260,"root":"./lib/arm-linux-musleabi/"}},"ppc64le":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_ppc64el.deb","sha256":"b3fbe86d5b7cf02d8653b34a0753c6b5bc89dd962ef843c355cdd154ea87baff","bytes":2690296,"root":"./lib/powerpc64le-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_ppc64el.deb","sha256":"ced4a668899fc6b13e87b2ffa44b0e819797f9b36fcff5c1709094d653cd9b2f","bytes":30928,"root":"./lib/powerpc64le-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_ppc64el.deb","sha256":"290e4a488a2911b230df0b03c19591a5663a7136f8cc5ceba946880ff7dbf047","bytes":704840,"root":"./usr/lib/powerpc64le-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_ppc64el.deb","sha256":"e4b98665940bf00194f6b66d7b1644b0fce97180604a51291aa6d7987fc3cfac","bytes":9804,"root":"./usr/lib/powerpc64le-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_ppc64el.deb","sha256":"4091ce1788be30fc639c0ddcc357123fa0b1e3777c5327731aee936b90995104","bytes":401956,"root":"./lib/powerpc64le-linux-musl/"}},"s390x":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_s390x.deb","sha256":"bbca8c91bad7f799114fe865233af0018f58b903da11c1c58a7f2d2484103d45","bytes":2257116,"root":"./lib/s390x-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_s390x.deb","sha256":"58f31fb42eecc42510d5b5022f03aa7e302350637a5643b1773361c0da97f905","bytes":24684,"root":"./lib/s390x-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_s390x.deb","sha256":"b0521cbe2cd1de442a468373bdfe323ed83e04aa729d5a3f554beefba4049e68","bytes":613508,"root":"./usr/lib/s390x-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_s390x.deb","sha256":"51c721fcdf182db9d8e81f62189eb3c393706d8c6931ff80746d094cad944196","bytes":8116,"root":"./usr/lib/s390x-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_s390x.deb","sha256":"a3debee4ecc54011902c03df92374b0d3ba01295391a96b86e4f306acfa4254f","bytes":383320,"root":"./lib/s390x-linux-musl/"}},"mipsel":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_mipsel.deb","sha256":"c1857cd91fd59d63c8fbd75b7a64397af81153d5a9972dfd2872e6764fbbb6a1","bytes":2272556,"root":"./lib/mipsel-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_mipsel.deb","sha256":"7f37e54a4d555eaf1bc7752b83768fcda526032755ffada77cd1ad79be181afc","bytes":45792,"root":"./lib/mipsel-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_mipsel.deb","sha256":"71d9fddc165ae23ba9861fc57c87e6f450ba457044345a7ab4804a56c32046c9","bytes":541136,"root":"./usr/lib/mipsel-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_mipsel.deb","sha256":"c4d2ff8c91dfe0279ce0ce9c11d1fa65214fcf9de8060d819e58034a7e86112d","bytes":6708,"root":"./usr/lib/mipsel-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_mipsel.deb","sha256":"3cd614018557ea9a6b80a8ce36583e203e1505c29981ac534ea7c2bf30477433","bytes":416892,"root":"./lib/mipsel-linux-musl/"}},"mips64el":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.36-9+deb12u14_mips64el.deb","sha256":"316a6904b4775e6e0e82545c92ae7b955896ab5412125f873f27467d52e91046","bytes":2374056,"root":"./lib/mips64el-linux-gnuabi64/"},"libgcc-s1":{"pool":"pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_mips64el.deb","sha256":"b7eae32a2617f29a602052f143fce4e0769011acf3dbe2f0945d500e8fd12923","bytes":70680,"root":"./lib/mips64el-linux-gnuabi64/"},"libstdc++6":{"pool":"pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_mips64el.deb","sha256":"4150ac3ed907e39e57970ac1e96af062e09b66cf71f5ad79e8fd31b98c051f01","bytes":546948,"root":"./usr/lib/mips64el-linux-gnuabi64/"},"libatomic1":{"pool":"pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_mips64el.deb","sha256":"cb252458203f1879740fc855e70e86291a70c84b2d3c22b50002054117978473","bytes":7464,"root":"./usr/lib/mips64el-linux-gnuabi64/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.3-1_mips64el.deb","sha256":"1a64136a8efe2351eb94b43b1204380dee83c0ff6d3a7b1d4b8e6fe2ea939f14","bytes":436920,"root":"./lib/mips64el-linux-musl/"}}}},{"name":"Debian 13","glibc":"2.41","musl":"1.2.5","archives":["https://deb.debian.org/debian","https://archive.debian.org/debian","https://snapshot.debian.org/archive/debian/20260913T075541Z"],"archs":{"x86_64":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_amd64.deb","sha256":"967aa62605721081c3eb2a17650611a792aa802d76a6511d1840242623d204c9","bytes":2846580,"root":"./usr/lib/x86_64-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_amd64.deb","sha256":"3c71917b490d1a17aed43196a2787a256ecf060526cdb20216a74bedc061b150","bytes":72772,"root":"./usr/lib/x86_64-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_amd64.deb","sha256":"ab1fa05837aa7a92aae748fd07a18a35f7d18bb4a71c4724fe2bbf0e32089de0","bytes":713628,"root":"./usr/lib/x86_64-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_amd64.deb","sha256":"212b399aae2f7299203d261a57e49372e09565a9a5ea971905f94a3960366c05","bytes":9308,"root":"./usr/lib/x86_64-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_amd64.deb","sha256":"fd4231e1c189c0ebe01182747f83817593fefa7f6b690c484410646288b60058","bytes":428012,"root":"./usr/lib/x86_64-linux-musl/"}},"i686":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_i386.deb","sha256":"67bb4b54cf4bb6a380449dfa1852cd9135659f85360caa0e41d312f4b30e573a","bytes":2721896,"root":"./usr/lib/i386-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_i386.deb","sha256":"a4c71fd856d2a48a7505a087b4186e3cca23f94603c05e3fb7c799b27e72f761","bytes":88164,"root":"./usr/lib/i386-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_i386.deb","sha256":"b6020260b92a97ac33ae58a73b16f3ab31fed7632e9b861f7cd5fc393facd6ed","bytes":765444,"root":"./usr/lib/i386-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_i386.deb","sha256":"99b97383f7b8c768e04b5bed83b3854c5a4d9eaed2558632508fde8ef2ec7906","bytes":7648,"root":"./usr/lib/i386-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_i386.deb","sha256":"58157f6d6359a50b1f524eec488f958685ead7e34b48cac2154e44b66aaaf380","bytes":425840,"root":"./usr/lib/i386-linux-musl/"}},"aarch64":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_arm64.deb","sha256":"8784eda966b189c777a384dac5ce009e8fc9b52d006926c5a013e7fa8aa688cc","bytes":2483572,"root":"./usr/lib/aarch64-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_arm64.deb","sha256":"1108bc87879833d6d9a145f22a4a15cddb34e065b4b5f4b97bee586adbac2851","bytes":54104,"root":"./usr/lib/aarch64-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_arm64.deb","sha256":"6669b0c52a2e7c6af9adfdabce3ff6e286065cdfbc7b85280862b5f799daebee","bytes":637536,"root":"./usr/lib/aarch64-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_arm64.deb","sha256":"7ccff90234484bf21ae5ecb79d25b6a84b2f4038f65dd139085b2e3a937cd8dc","bytes":10128,"root":"./usr/lib/aarch64-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_arm64.deb","sha256":"46cf1fcaa2d49d1573ef0ceabdb36e04a359a9a37d8e4304024f9018682e3f35","bytes":412440,"root":"./usr/lib/aarch64-linux-musl/"}},"armv7":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_armhf.deb","sha256":"4fc6fed8d77d01c0dacb5fda8b880a8c8a669575936de5761b693077a6f6c2ec","bytes":2260832,"root":"./usr/lib/arm-linux-gnueabihf/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_armhf.deb","sha256":"25910c3a0bce3985e388de445244578b7922dc670c9bba1c8673779b89447873","bytes":37008,"root":"./usr/lib/arm-linux-gnueabihf/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_armhf.deb","sha256":"9c82eecc30961a3da3e062c0dba8ce076736059f4b8e7794c803985e75aea48b","bytes":606604,"root":"./usr/lib/arm-linux-gnueabihf/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_armhf.deb","sha256":"e4a4dc17913ded43f2a8571f9c8c214d05534632fc5a41705d6b39acd8d5f4a4","bytes":7200,"root":"./usr/lib/arm-linux-gnueabihf/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_armhf.deb","sha256":"e3a3adee81ad494a4c36521377ed078a453bf4a4400e747fe267a569fd8aa420","bytes":400848,"root":"./usr/lib/arm-linux-musleabihf/"}},"armel":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_armel.deb","sha256":"fd6308283cdad9b6dc5d04b1478d13022593997d269db26ee09bb3a31515e94f","bytes":2263020,"root":"./usr/lib/arm-linux-gnueabi/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_armel.deb","sha256":"2a7efceac4acc13ee23ff73fee1ca3e865baa2b09b9537f0d8496fac7dff7d4f","bytes":38856,"root":"./usr/lib/arm-linux-gnueabi/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_armel.deb","sha256":"8067dee08a90833f1018421d2b41216e51948d0642239c5a1f8522434b70281f","bytes":593844,"root":"./usr/lib/arm-linux-gnueabi/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_armel.deb","sha256":"133a0a2dbaeff15a8264b15b13c557f23fcd67cdc85c001c9bfc04ecaef953b3","bytes":9572,"root":"./usr/lib/arm-linux-gnueabi/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_armel.deb","sha256":"c522808b18a9902ece175c006fa44d3bbbe6726d9a408a22e4525f5b1b576ca7","bytes":409932,"root":"./usr/lib/arm-linux-musleabi/"}},"riscv64":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_riscv64.deb","sha256":"77f0da760da3eab6318917857669ec23556b4e1ee489218cb966884a11b0d967","bytes":2470128,"root":"./usr/lib/riscv64-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_riscv64.deb","sha256":"16d3f9f534028615413d23f649e5d246baef48fe7db739ad564ef8b9a6e5587c","bytes":56788,"root":"./usr/lib/riscv64-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_riscv64.deb","sha256":"f285313f34e0d8f65463c669fac8eb29760a3f3fd6459005dd3110cdd2b10fd7","bytes":707496,"root":"./usr/lib/riscv64-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_riscv64.deb","sha256":"ebaf12b2de00a4b567f70c629c0ff744dc92491029b3219d59c05c733f200c65","bytes":8672,"root":"./usr/lib/riscv64-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_riscv64.deb","sha256":"cf37655ccee8fb3726f33c27929e61a792d9051c46af7d1883ed1f4d3363e784","bytes":435360,"root":"./usr/lib/riscv64-linux-musl/"}},"ppc64le":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_ppc64el.deb","sha256":"917cbd81a9038133bd58bbfe0991db889a78eb446be2080015b7804942b45ec2","bytes":2759428,"root":"./usr/lib/powerpc64le-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_ppc64el.deb","sha256":"9fef01c88bc508ff05ff9ce5d0cc05de36798591e060b07749c3835616ed5696","bytes":35484,"root":"./usr/lib/powerpc64le-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_ppc64el.deb","sha256":"ee601ab87b7c7ac01f3d7be0fe2423f0ddc3a51b46d3331b4e9dff4110e6a8b9","bytes":796844,"root":"./usr/lib/powerpc64le-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_ppc64el.deb","sha256":"fd421018c73e8f5a2628f233ff1d277d1ebf797b9e204a59e34ed6072167544a","bytes":9952,"root":"./usr/lib/powerpc64le-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_ppc64el.deb","sha256":"d4735d498b707356525109e0cca8737221966a0e185042227041574396a3216b","bytes":418444,"root":"./usr/lib/powerpc64le-linux-musl/"}},"s390x":{"libc6":{"pool":"pool/main/g/glibc/libc6_2.41-12+deb13u4_s390x.deb","sha256":"c6e658d8e17d885c831ad1275501ef1abdadc6c93e9ac7758cfd1e5cde2d608b","bytes":2452544,"root":"./usr/lib/s390x-linux-gnu/"},"libgcc-s1":{"pool":"pool/main/g/gcc-14/libgcc-s1_14.2.0-19_s390x.deb","sha256":"b5e87f11a8ac0537d500bf2dba37165bf8d25b5b44add1035a32deddbd4bfdda","bytes":31884,"root":"./usr/lib/s390x-linux-gnu/"},"libstdc++6":{"pool":"pool/main/g/gcc-14/libstdc++6_14.2.0-19_s390x.deb","sha256":"6a91f4a1c8c30dc6d0a23ad7ead8a56271b9f6966d6d74734f4b423cdfe5c21b","bytes":763744,"root":"./usr/lib/s390x-linux-gnu/"},"libatomic1":{"pool":"pool/main/g/gcc-14/libatomic1_14.2.0-19_s390x.deb","sha256":"79ce585c987c08702360d5d973fa6f4c596a5c4802d7e3f06294b46f03b0456a","bytes":8588,"root":"./usr/lib/s390x-linux-gnu/"},"musl":{"pool":"pool/main/m/musl/musl_1.2.5-3.1~deb13u1_s390x.deb","sha256":"8c39216dd0e9f5a1415b6494a4205eba441ba63b44c44f9a01bba4954b829bd2","bytes":419952,"root":"./usr/lib/s390x-linux-musl/"}}}}]');
;// CONCATENATED MODULE: ./.build/js/toolchains/systems.js

/**
 * Systems whose packages are pinned, oldest first; written by `scripts/catalog.mjs` from the indexes that the archive has
 * signed. Releases that no reachable archive had when it ran are missing: no sha256 is here that was not checked.
 */
const packagedSystems = systems_namespaceObject;

// EXTERNAL MODULE: ./.build/js/smoke/decide.js
var decide = __webpack_require__(5004);
// EXTERNAL MODULE: ./.build/js/arch.js + 5 modules
var js_arch = __webpack_require__(3753);
// EXTERNAL MODULE: ./.build/js/verify/identity.js
var identity = __webpack_require__(5856);
// EXTERNAL MODULE: ./.build/js/version.js
var js_version = __webpack_require__(1480);
;// CONCATENATED MODULE: ./.build/js/smoke/floor/decide.js




const nothing = { floor: null, places: [], why: [] };
/**
 * Decides on which old system a dynamic executable is started: the one whose glibc is the nearest to the floor and not
 * older, from a container engine before packages. Pure.
 * @param setting the `smoke-floor` input: `auto` (what was promised, else what the file needs), `off`, or a version
 */
function decideFloor(subject, setting, means) {
    const arch = (0,decide/* archOf */.Qh)(subject);
    const isGlibc = subject.linkage === 'dynamic-glibc';
    if (setting === 'off' || arch === null || !(isGlibc || subject.linkage === 'dynamic-musl'))
        return nothing;
    const runner = (0,decide/* runnerOf */.mv)(arch, subject.cpu, means.machine);
    // that nothing here runs its programs has been said already
    if (runner === null)
        return nothing;
    const floor = isGlibc ? (setting === 'auto' ? (subject.promised ?? subject.glibc) : setting) : null;
    const found = isGlibc
        ? [inContainer(arch, floor, runner, means), fromPackages(arch, floor, runner, subject, means)]
        : [fromMusl(arch, runner, subject, means)];
    const places = found.filter(f => typeof f !== 'string').sort((a, b) => (0,js_version/* compareVersions */.Z)(a.version, b.version));
    const why = found.filter(f => typeof f === 'string');
    if (setting === 'auto' && isShownHere(subject, floor, places[0]?.version, means.machine))
        return nothing;
    return { floor, places, why: places.length > 0 ? [] : why };
}
/** This machine itself is as near to the floor as any other: starting it natively has shown it. */
function isShownHere({ arch, hasLoader, linkage }, floor, best, machine) {
    if (arch !== machine.arch || !hasLoader)
        return false;
    if (linkage === 'dynamic-musl')
        return true;
    if (machine.glibc === null || (floor !== null && (0,js_version/* compareVersions */.Z)(machine.glibc, floor) < 0))
        return false;
    return best === undefined ? machine.glibc === floor : (0,js_version/* compareVersions */.Z)(machine.glibc, best) <= 0;
}
function inContainer(arch, floor, runner, means) {
    const { engine, images } = means;
    if ('why' in engine)
        return engine.why;
    if (runner.prefix.length > 0)
        return `containers run ${arch} programs only where the kernel does (binfmt_misc)`;
    const { docker: platform } = js_arch/* archs */.C[arch];
    const image = images.filter(i => i.archs.includes(arch)).find(i => isEnough(i.glibc, floor));
    if (image === undefined || platform === null)
        return `no image for ${arch} has glibc ${floor ?? ''} or newer`;
    const where = placeName('glibc', image.glibc, `${image.name}, ${engine.name}`, runner);
    return { from: 'container', where, version: image.glibc, runner, image: image.image, platform };
}
/** Libraries beside glibc, in the packages that have them; some need others. */
const packagesOf = {
    'libgcc_s.so.1': ['libgcc-s1'],
    'libstdc++.so.6': ['libstdc++6', 'libgcc-s1'],
    'libatomic.so.1': ['libatomic1'],
};
function fromPackages(arch, floor, runner, subject, means) {
    const unfit = unfitForLoader(subject, name => identity/* libcNames */.Jd.glibc.has(name) || Object.hasOwn(packagesOf, name), arch);
    if (unfit !== null)
        return unfit;
    const known = means.systems.filter(s => s.archs[arch]?.['libc6'] !== undefined);
    const system = known.find(s => isEnough(s.glibc, floor));
    if (system === undefined) {
        const newest = known.at(-1);
        return newest ? `packages of glibc are known up to ${newest.glibc}` : `no packages of glibc for ${arch} are known`;
    }
    const extra = new Set(subject.needed.flatMap(name => packagesOf[name] ?? []));
    const where = placeName('glibc', system.glibc, system.name, runner);
    const loader = loaderOf(arch);
    return { from: 'packages', where, version: system.glibc, runner, system, packages: ['libc6', ...extra], loader };
}
/** musl has no symbol versions: nothing was promised that an old one could show, so the newest is taken. */
function fromMusl(arch, runner, subject, means) {
    const unfit = unfitForLoader(subject, name => identity/* libcNames */.Jd.musl.test(name), arch);
    if (unfit !== null)
        return unfit;
    const system = means.systems.findLast(s => s.archs[arch]?.['musl'] !== undefined);
    if (system === undefined)
        return `no package of musl for ${arch} is known`;
    const where = placeName('musl', system.musl, system.name, runner);
    return { from: 'packages', where, version: system.musl, runner, system, packages: ['musl'], loader: 'libc.so' };
}
function unfitForLoader(subject, has, arch) {
    if (subject.packed)
        return 'it reads itself when it starts, and by its loader it would read that';
    const strange = subject.needed.find(name => !has(name) && name !== loaderOf(arch));
    return strange === undefined ? null : `it needs ${strange}, which is no part of the C library's packages`;
}
function loaderOf(arch) {
    return js_arch/* archs */.C[arch].elf.glibcInterpreter.split('/').at(-1) ?? '';
}
function isEnough(version, floor) {
    return floor === null || (0,js_version/* compareVersions */.Z)(version, floor) >= 0;
}
function placeName(libc, version, system, runner) {
    return `${libc} ${version} (${system})${runner.foreign ? `, ${runner.where}` : ''}`;
}

;// CONCATENATED MODULE: ./.build/js/smoke/floor/images.js
const images_all = ['x86_64', 'i686', 'armv7', 'aarch64'];
/**
 * Old systems, oldest first, with the architectures for which their image is published today. Sources: the official images'
 * library files (`library/debian`, `library/centos`, `library/ubuntu`) at the last update of each tag; glibc as in
 * verify/distributions.ts. Tags, not digests: an image is only started, without network and rights, and names itself.
 */
const imageSystems = [
    { name: 'CentOS 7', glibc: '2.17', image: 'centos:7', archs: [...images_all, 'ppc64le'] },
    { name: 'Debian 8', glibc: '2.19', image: 'debian:8-slim', archs: ['x86_64', 'i686', 'armel', 'armv7'] },
    { name: 'Debian 9', glibc: '2.24', image: 'debian:9-slim', archs: [...images_all, 'armel'] },
    { name: 'Ubuntu 18.04', glibc: '2.27', image: 'ubuntu:18.04', archs: [...images_all, 'ppc64le', 's390x'] },
    { name: 'Debian 10', glibc: '2.28', image: 'debian:10-slim', archs: images_all },
    { name: 'Debian 11', glibc: '2.31', image: 'debian:11-slim', archs: images_all },
    { name: 'Ubuntu 20.04', glibc: '2.31', image: 'ubuntu:20.04', archs: ['ppc64le', 'riscv64', 's390x'] },
    { name: 'Debian 12', glibc: '2.36', image: 'debian:12-slim', archs: [...images_all, 'armel', 'ppc64le', 's390x'] },
    {
        name: 'Debian 13',
        glibc: '2.41',
        image: 'debian:13-slim',
        archs: [...images_all, 'armel', 'ppc64le', 'riscv64', 's390x'],
    },
];

;// CONCATENATED MODULE: ./.build/js/smoke/floor/start.js





/** What a file says of data that it carries behind its own segments. */
const packedFindings = ['payload-unknown', 'payload-unreadable', 'trailing-data', 'upx'];
/**
 * Starts a file with the C library of an old system, the nearest to its floor that can be had.
 * @param tryStart starts it once; returns why that does not count, or null
 * @returns why it was not started although it should have been, or null
 * @throws BuildError `interrupted`
 */
async function startAtFloor(request, hasLoader, tryStart) {
    const { file, floor, machine, cpu } = request;
    const arch = (0,decide/* archOf */.Qh)(file);
    if (floor === null || floor.setting === 'off' || arch === null || !file.linkage.startsWith('dynamic-'))
        return null;
    const packed = file.payload.length > 0 || file.findings.some(f => packedFindings.includes(f.id));
    const subject = { ...file, glibc: file.floor.glibc, promised: floor.promised, cpu, packed, hasLoader };
    const engine = await floor.floors.engine();
    const means = { machine, engine, images: imageSystems, systems: packagedSystems };
    const decision = decideFloor(subject, floor.setting, means);
    const why = [...decision.why];
    for (const place of decision.places) {
        const start = await floor.floors.prepare(place, { arch, path: (0,external_node_path_.resolve)(request.path), mirror: floor.mirror });
        const unfit = 'why' in start ? `${place.where}: ${start.why}` : await tryStart(start);
        if (unfit === null)
            return null;
        why.push(unfit);
    }
    if (why.length === 0)
        return null;
    return `${decision.floor === null ? '' : `glibc ${decision.floor}: `}${why.join('; ')}`;
}


/***/ })

};
