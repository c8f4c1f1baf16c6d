find_package(PkgConfig REQUIRED)
foreach(pair IN ITEMS JANSSON:jansson SECCOMP:libseccomp PCRE2:libpcre2-8 SQLITE:sqlite3 MICROHTTPD:libmicrohttpd
		CRYPTO:libcrypto CMOCKA:cmocka)
	string(REPLACE ":" ";" pair ${pair})
	list(GET pair 0 name)
	list(GET pair 1 module)
	pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
endforeach()
# md4c ships a pkg-config file from 0.4.4 on; its HTML renderer has one of its own.
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c-html)
# The system's Python, never the one that comes first on PATH: python3-embed.pc is looked up in the system's folders.
pkg_check_modules(PYTHON REQUIRED IMPORTED_TARGET python3-embed>=3.11)
pkg_check_modules(GMP REQUIRED IMPORTED_TARGET gmp)
# FLINT has a pkg-config file from 3.0 on; Debian 12 has 2.9.
find_library(FLINT_LIBRARY flint REQUIRED)
