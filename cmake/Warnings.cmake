function(bareme_warnings target)
	target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes
		-Wmissing-prototypes -Wvla -Wformat=2 -Wundef -Wno-unused-parameter -Wno-missing-field-initializers -fno-common)
	if(BAREME_WERROR)
		target_compile_options(${target} PRIVATE -Werror)
	endif()
	if(NOT BAREME_SANITIZE)
		target_compile_options(${target} PRIVATE -fstack-protector-strong)
	endif()
	target_compile_definitions(${target} PRIVATE _GNU_SOURCE)
endfunction()

# Everything but what runs untrusted code: an allocation after RLIMIT_AS dies under ASan.
function(bareme_sanitize target)
	if(BAREME_SANITIZE)
		# GCC's truncation analysis loses its ranges under instrumentation; the plain build keeps that warning.
		target_compile_options(${target} PRIVATE -fsanitize=${BAREME_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
			$<$<C_COMPILER_ID:GNU>:-Wno-format-truncation>)
		target_link_options(${target} PUBLIC -fsanitize=${BAREME_SANITIZE})
	endif()
endfunction()
option(BAREME_WERROR "Warnings are errors" ON)
