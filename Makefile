# SPDX-License-Identifier: Apache-2.0
# Zhicheng. `make run` shows it at work, `make test` proves it; `make help` lists the rest.
# Everything that is made lies under BUILD. A new folder under plugins/, a new file under core/ or
# tests/ needs no change here.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -ec
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
CFLAGS ?= -O2 -g
# -Werror in continuous integration; elsewhere a newer compiler's new warning stops nobody.
WERROR ?=
FUZZ_SECONDS ?= 20
ROWS ?= 1000000
# V=1 shows the commands themselves.
V ?=
quiet := $(if $(V),,@)
say = $(if $(V),,@echo '  $1')

plugin_dir := $(PREFIX)/lib/zhicheng/plugins
data_dir := $(PREFIX)/share/zhicheng/data
libexec_dir := $(PREFIX)/libexec/zhicheng

# Flags that the code relies on, whatever CFLAGS says. The prefix map keeps the place of the
# checkout out of the binaries.
standard := -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wconversion -Wshadow $(WERROR) \
	-ffile-prefix-map=$(CURDIR)=. -fno-common
# The same objects make the program and the shared library, which shows what ZC_API marks only.
core_flags := $(standard) -Icore -Icore/include -I$(BUILD)/generated -fstack-protector-strong \
	-fPIC -fvisibility=hidden
test_flags := $(core_flags) -Itests -DZC_BUILD_DIR='"$(BUILD)"'
# A plugin sees the interface only, has no start-up code and exports the one marked object. Its
# flags do not follow CFLAGS: a sanitized host loads the same plugin files as any other.
plugin_flags := $(standard) -Icore/include -O2 -g -fPIC -fvisibility=hidden
plugin_link := -shared -nostartfiles -Wl,-z,defs -Wl,-z,relro,-z,now -Wl,--build-id=sha1
libraries := -liniparser -ljansson -lnettle -ldl -Wl,--as-needed -lsqlite3
hardening := -Wl,-z,relro,-z,now

generator_sources := $(wildcard core/*/generate_*.c)
core_sources := $(filter-out $(generator_sources) core/commands/% core/sqlite/% core/worker/%,\
	$(wildcard core/*/*.c))
command_sources := $(filter-out $(generator_sources),$(wildcard core/commands/*.c))
worker_sources := $(wildcard core/worker/*.c)
library_sources := $(wildcard core/library/*.c)
sqlite_sources := $(wildcard core/sqlite/*.c)
test_sources := $(filter-out tests/bad_plugins/% tests/bench/% tests/fuzz/entry.c,\
	$(wildcard tests/main.c tests/*/*.c))
# The template of new regions is built and tested like a region, and is none: it stands apart.
plugin_names := $(filter-out template,$(sort $(patsubst plugins/%/,%,$(dir $(wildcard plugins/*/*.c)))))
fuzz_sources := $(filter-out tests/fuzz/entry.c tests/fuzz/%_test.c,$(wildcard tests/fuzz/*.c))
fuzz_names := $(sort $(patsubst tests/fuzz/%_fuzz.c,%,$(wildcard tests/fuzz/*_fuzz.c)))
folders := $(sort $(notdir $(patsubst %/,%,$(dir $(wildcard tests/*/*_test.c)))))

objects = $(patsubst %.c,$(BUILD)/objects/%.o,$1)
core_objects := $(call objects,$(core_sources))
command_objects := $(call objects,$(command_sources))
test_objects := $(call objects,$(test_sources))
plugins := $(plugin_names:%=$(BUILD)/plugins/%.so)
generated := $(foreach g,$(generator_sources),$(BUILD)/generated/$(patsubst generate_%,%,$(basename $(notdir $g))).inc) \
	$(BUILD)/generated/office_libraries.inc

# ---- what is built ------------------------------------------------------------------------------

.PHONY: all program library plugins bad-plugins tests fuzzers FORCE
all: program library plugins $(BUILD)/compile_commands.json
program: $(BUILD)/zhicheng $(BUILD)/zhicheng-worker
library: $(BUILD)/libzhicheng.so.1 $(BUILD)/zhicheng_sqlite.so $(BUILD)/zhicheng-worker
tests: $(BUILD)/tests/suites program library plugins bad-plugins $(BUILD)/template/template.so
FORCE:

$(BUILD)/libzhicheng-core.a: $(core_objects)
	@rm -f $@
	$(call say,AR   $@)
	$(quiet)$(AR) rcsD $@ $^

$(BUILD)/zhicheng: $(command_objects) $(BUILD)/libzhicheng-core.a
	$(call say,LINK $@)
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) $(hardening) -o $@ $^ $(libraries)

# What opens plugins starts often: it takes from the core what it needs.
$(BUILD)/zhicheng-worker: $(call objects,$(worker_sources)) $(BUILD)/libzhicheng-core.a
	$(call say,LINK $@)
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) $(hardening) -Wl,--as-needed -o $@ $^ $(libraries)

# The library takes from the core what its own files need, and exports what the map names.
$(BUILD)/libzhicheng.so.1: $(call objects,$(library_sources)) $(BUILD)/libzhicheng-core.a \
	core/library/libzhicheng.map
	$(call say,LINK $@)
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) $(hardening) -shared -Wl,-z,defs -Wl,--build-id=sha1 \
	  -Wl,-soname,$(@F) -Wl,--version-script=$(filter %.map,$^) -o $@ $(filter %.o %.a,$^) $(libraries)
	@ln -sfn $(@F) $(BUILD)/libzhicheng.so
# What other programs ask pkg-config for.
$(BUILD)/zhicheng.pc: core/library/zhicheng.pc.in core/include/zhicheng/zhicheng.h $(BUILD)/prefix
	$(quiet)sed -e 's|@PREFIX@|$(PREFIX)|' \
	  -e "s|@VERSION@|$$(sed -n 's/^#define ZC_VERSION "\(.*\)".*/\1/p' core/include/zhicheng/zhicheng.h)|" \
	  $< >$@

# SQLite's extension knows the public header only. It finds the library beside it, as built, or one
# folder up, as installed.
$(BUILD)/zhicheng_sqlite.so: $(call objects,$(sqlite_sources)) $(BUILD)/libzhicheng.so.1
	$(call say,LINK $@)
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) $(hardening) -shared -Wl,-z,defs -Wl,--build-id=sha1 \
	  -Wl,--enable-new-dtags,-rpath,'$$ORIGIN:$$ORIGIN/..' -o $@ $^

$(BUILD)/tests/suites: $(test_objects) $(BUILD)/libzhicheng-core.a
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcunit $(libraries)

# Settings that decide what an object becomes: objects are made anew when they change.
flags := [$(CC) $(CPPFLAGS) $(CFLAGS) $(core_flags) $(plugin_flags)]
$(BUILD)/flags: $(if $(findstring $(flags),$(file <$(BUILD)/flags)),,FORCE)
	@mkdir -p $(@D)
	@printf '%s\n' '$(flags)' >$@
$(BUILD)/prefix: $(if $(findstring [$(PREFIX)],$(file <$(BUILD)/prefix)),,FORCE)
	@mkdir -p $(@D)
	@printf '%s\n' '[$(PREFIX)]' >$@

$(BUILD)/objects/core/%.o: core/%.c $(BUILD)/flags | $(generated)
	@mkdir -p $(@D)
	$(call say,CC   $<)
	$(quiet)$(CC) $(core_flags) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Those that look for what is installed.
placed := $(call objects,$(shell grep -lE 'ZC_(PLUGIN|LIBEXEC)_DIR' core/*/*.c))
$(placed): $(BUILD)/prefix
$(placed): core_flags += -DZC_PLUGIN_DIR='"$(plugin_dir)"' -DZC_LIBEXEC_DIR='"$(libexec_dir)"'

$(BUILD)/objects/tests/%.o: tests/%.c $(BUILD)/flags | $(generated)
	@mkdir -p $(@D)
	$(call say,CC   $<)
	$(quiet)$(CC) $(test_flags) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Data that is text in the source: core/FOLDER/generate_NAME.c is called with the text file
# core/FOLDER/NAME.txt, or those of NAME_files, and the file to write, build/generated/NAME.inc. It is
# built with NAME_sources.
template_files := $(sort $(wildcard $(addprefix plugins/template/,.gitignore Makefile *.* cases/*)))
data_files := $(addprefix core/data/,divisions.csv former_divisions.csv workdays.csv)
data_sources := $(addprefix core/data/,data_file.c divisions.c former.c workdays.c) \
	$(addprefix core/base/,assert.c buffer.c date.c diagnostics.c input_file.c json.c memory.c words.c)
define generated_rule
$(BUILD)/generated/$2.inc: $(BUILD)/tools/generate_$2 $(or $($2_files),$1/$2.txt)
	@mkdir -p $$(@D)
	$$(call say,MAKE $$@)
	$$(quiet)$$^ $$@
$(BUILD)/tools/generate_$2: $1/generate_$2.c $($2_sources)
	@mkdir -p $$(@D)
	$$(call say,LINK $$@)
	$$(quiet)$$(CC) $$(standard) -Icore -Icore/include -O1 -o $$@ $$^ $$(if $($2_sources),$$(libraries))
endef
$(foreach g,$(generator_sources),$(eval $(call generated_rule,$(patsubst %/,%,$(dir $g)),$(patsubst generate_%,%,$(basename $(notdir $g))))))

# The files of the libraries that workbooks need, which are loaded where a workbook is met
# (core/office/libraries.h): each by the name under which it was built against.
$(BUILD)/generated/office_libraries.inc: Makefile
	@mkdir -p $(@D)
	$(call say,MAKE $@)
	$(quiet)for name in zip expat xlsxwriter; do \
	  file=$$($(CC) -print-file-name=lib$$name.so); \
	  soname=$$(objdump -p $$file | awk '$$1 == "SONAME" { print $$2 }'); \
	  printf '#define ZC_LIB%s "%s"\n' "$${name^^}" "$${soname:?there is no lib$$name}"; \
	done >$@

# A plugin folder becomes one shared object; its parameters, cases and list of sentences stand beside
# it as links, so that an edit of them needs no build. A sum of the file stands behind its last byte, so that one
# damaged later is refused (core/host/checksum.c). Files of plugins that are gone go too.
plugins: $(plugins)
	@for file in $(BUILD)/plugins/*.so; do \
	  case " $(plugins) " in *" $$file "*) ;; *) rm -rf "$$file" "$${file%.so}" ;; esac; done

$(BUILD)/objects/plugins/%.o: plugins/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC   $<)
	$(quiet)$(CC) $(plugin_flags) -MMD -MP -c -o $@ $<

define plugin_rule
$(BUILD)/$2/$1.so: $(call objects,$(wildcard plugins/$1/*.c)) $(wildcard plugins/$1/sentences.tsv)
	@mkdir -p $$(@D)/$1
	@for part in parameters.ini cases sentences.tsv; do \
	  if [ -e plugins/$1/$$$$part ]; then ln -srfn plugins/$1/$$$$part $$(@D)/$1/$$$$part; fi; done
	$$(call say,LINK $$@)
	$$(quiet)$$(CC) $$(plugin_link) -o $$@ $$(filter %.o,$$^)
	$$(quiet)printf 'zhicheng-sha256 %.64s\n' "$$$$(sha256sum <$$@)" >>$$@
endef
$(foreach name,$(plugin_names),$(eval $(call plugin_rule,$(name),plugins)))
$(eval $(call plugin_rule,template,template))

# Plugins that the host must refuse, each in a directory of its own:
# tests/bad_plugins/NAME/ID.c -> build/bad_plugins/NAME/ID.so, with ID/parameters.ini and
# ID/sentences.tsv where there are.
bad_plugins := $(patsubst tests/%.c,$(BUILD)/%.so,$(wildcard tests/bad_plugins/*/*.c))
bad-plugins: $(bad_plugins)
# One that is named like a region has that region's chapters and parameters, so its own are wrong.
$(BUILD)/bad_plugins/%.so: tests/bad_plugins/%.c core/include/zhicheng/plugin.h \
	core/include/zhicheng/baseline.h $(wildcard plugins/*/*.h tests/bad_plugins/*.h) $(BUILD)/flags
	@mkdir -p $(basename $@)
	@for part in {plugins/$(*F),$(basename $<)}/parameters.ini $(basename $<)/sentences.tsv; do \
	  if [ -e $$part ]; then ln -srfn $$part $(basename $@)/; fi; done
	$(call say,LINK $@)
	$(quiet)$(CC) $(plugin_flags) $(plugin_link) -o $@ $(filter %.c %.o,$^)
define bad_region_rule
$(filter %/$1.so,$(bad_plugins)): $(call objects,$(filter-out plugins/$1/$1.c,$(wildcard plugins/$1/*.c)))
endef
$(foreach name,$(plugin_names),$(eval $(call bad_region_rule,$(name))))

$(BUILD)/compile_commands.json: Makefile $(core_sources) $(command_sources) $(worker_sources) $(sqlite_sources) \
	$(test_sources) $(wildcard plugins/*/*.c)
	@mkdir -p $(@D)
	@{ echo '['; separator=; for file in $(core_sources) $(command_sources) $(worker_sources) $(sqlite_sources) $(test_sources); do \
	  printf '%s{"directory": "%s", "file": "%s", "arguments": ["cc", "-std=c11", "-D_GNU_SOURCE",' \
	    "$$separator" '$(CURDIR)' "$$file"; \
	  printf ' "-Icore", "-Icore/include", "-I$(BUILD)/generated", "-Itests",'; \
	  printf ' "-DZC_BUILD_DIR=\\"$(BUILD)\\"", "-DZC_PLUGIN_DIR=\\"$(plugin_dir)\\"", "-DZC_LIBEXEC_DIR=\\"$(libexec_dir)\\"", "-c", "%s"]}\n' \
	    "$$file"; separator=,; done; \
	  for file in $(wildcard plugins/*/*.c); do \
	    printf '%s{"directory": "%s", "file": "%s", "arguments": ["cc", "-std=c11",' \
	      "$$separator" '$(CURDIR)' "$$file"; \
	    printf ' "-Wall", "-Wextra", "-Icore/include", "-fPIC", "-fvisibility=hidden", "-c", "%s"]}\n' \
	      "$$file"; done; echo ']'; } >$@

# ---- dependencies -------------------------------------------------------------------------------

# .dependencies says which Debian packages are needed and why; what is there already is left alone.
.PHONY: dependencies test-dependencies lint-dependencies
dependencies:
	@.ci/install build
test-dependencies:
	@.ci/install build test
lint-dependencies:
	@.ci/install build lint

# ---- test ---------------------------------------------------------------------------------------

.PHONY: test check
test: test-dependencies
	@$(MAKE) --no-print-directory check

check: tests
	@.ci/check $(BUILD)

# One folder's suites alone: `make test-language`. Links nothing of the other folders' tests.
$(folders:%=test-%): test-%: $(BUILD)/tests/%-suites program library plugins bad-plugins \
	$(BUILD)/template/template.so
	$<
.PHONY: $(folders:%=test-%)
define folder_rule
$(BUILD)/tests/$1/main.o: tests/main.c tests/tests.h tests/suites.def $(BUILD)/flags
	@mkdir -p $$(@D)
	@grep '^ZC_SUITE($1,' tests/suites.def >$$(@D)/suites.def
	$$(call say,CC   $$<)
	$$(quiet)$$(CC) $$(test_flags) -DZC_SUITES='"$$(@D)/suites.def"' -I. $$(CPPFLAGS) $$(CFLAGS) -c -o $$@ $$<
$(BUILD)/tests/$1-suites: $(BUILD)/tests/$1/main.o \
	$(call objects,$(filter tests/$1/% tests/support/%,$(test_sources))) $(BUILD)/libzhicheng-core.a
	$$(call say,LINK $$@)
	$$(quiet)$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ -lcunit $$(libraries)
endef
$(foreach folder,$(folders),$(eval $(call folder_rule,$(folder))))

# The same tests in a build with sanitizers: address errors, leaks and undefined behaviour.
.PHONY: asan
asan: test-dependencies
	@$(MAKE) --no-print-directory check BUILD=$(BUILD)/asan CFLAGS='$(sanitize)' LDFLAGS='$(sanitize)'
sanitize := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

# What holds for everybody, asked about ROWS people a region instead of the few of `make test`.
property_suites = $(subst /,_,$(patsubst tests/%_test.c,%,\
	$(shell grep -l '"support/property.h"' tests/*/*_test.c)))
.PHONY: property
property: dependencies
	@$(MAKE) --no-print-directory tests
	ZC_ROWS=$(ROWS) $(BUILD)/tests/suites $(property_suites)

# A few suites at a time, two times at once. The suites here are those of `make test` but for the
# seal, which would refuse valgrind's own calls: what is linked first goes before the archive's.
.PHONY: valgrind
valgrind: lint-dependencies test-dependencies
	@$(MAKE) --no-print-directory tests $(BUILD)/valgrind/suites
	sed -n 's/^ZC_SUITE(\([a-z]*\), \([a-z_]*\))/\1_\2/p' tests/suites.def | xargs -P 2 -n 4 \
	  valgrind --quiet --suppressions=.valgrind --error-exitcode=1 --leak-check=full \
	  --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect $(BUILD)/valgrind/suites

$(BUILD)/valgrind/suites: $(test_objects) $(BUILD)/valgrind/seal.o $(BUILD)/libzhicheng-core.a
	$(call say,LINK $@)
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcunit $(libraries)
$(BUILD)/valgrind/seal.o: core/host/seal.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC   $<)
	$(quiet)$(CC) $(core_flags) -DZC_UNSEALED $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# ---- run ----------------------------------------------------------------------------------------

.PHONY: run
run: dependencies
	@$(MAKE) --no-print-directory all
	@.ci/show $(BUILD)

# ---- fuzz ---------------------------------------------------------------------------------------

# Each target for FUZZ_SECONDS, from its corpus in tests/fuzz/corpus; what it finds new and what it
# breaks on stays under the build directory. A release is worth FUZZ_SECONDS=600.
.PHONY: fuzz
fuzz: lint-dependencies
	@$(MAKE) --no-print-directory fuzzers BUILD=$(BUILD)/fuzz CC=clang \
	  CFLAGS='$(sanitize) -fsanitize=fuzzer-no-link'
	@for name in $(fuzz_names); do \
	  mkdir -p $(BUILD)/fuzz/found/$$name; \
	  $(BUILD)/fuzz/$$name -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 \
	    -artifact_prefix=$(BUILD)/fuzz/$$name- -print_final_stats=1 \
	    $(BUILD)/fuzz/found/$$name tests/fuzz/corpus/$$name >$(BUILD)/fuzz/$$name.log 2>&1 || \
	    { tail -n 60 $(BUILD)/fuzz/$$name.log; exit 1; }; \
	  echo "$$name: $$(awk '/number_of_executed_units/ { print $$2 }' $(BUILD)/fuzz/$$name.log)" \
	    "inputs in $(FUZZ_SECONDS) seconds, none broke it"; \
	done

fuzzers: $(fuzz_names:%=$(BUILD)/%)
$(fuzz_names:%=$(BUILD)/%): $(BUILD)/%: tests/fuzz/entry.c \
	$(call objects,$(fuzz_sources) tests/support/workbook.c tests/support/records.c) $(BUILD)/libzhicheng-core.a
	$(call say,LINK $@)
	$(quiet)$(CC) $(test_flags) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -DZC_FUZZ=zc_fuzz_$* -o $@ $^ $(libraries)

# ---- bench --------------------------------------------------------------------------------------

# Prints one result a line: name, value, unit, baseline, with tabs between. Ratios are of one run.
.PHONY: bench
bench: dependencies
	@$(MAKE) --no-print-directory $(BUILD)/bench/bench $(BUILD)/bench/plugins/reference.so all
	@$(BUILD)/bench/bench

bench_objects := $(call objects,$(wildcard tests/bench/*.c))
$(BUILD)/bench/bench: $(bench_objects) $(BUILD)/libzhicheng-core.a
	@mkdir -p $(@D)
	$(call say,LINK $@)
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(libraries)
$(BUILD)/bench/plugins/reference.so: $(wildcard tests/bench/reference/*.c) core/include/zhicheng/plugin.h $(BUILD)/flags
	@mkdir -p $(@D)/reference
	@ln -srfn tests/bench/reference/parameters.ini $(@D)/reference/
	$(call say,LINK $@)
	$(quiet)$(CC) $(plugin_flags) $(plugin_link) -o $@ $(filter %.c,$^)

# ---- style and lint -----------------------------------------------------------------------------

style_files = $(shell git ls-files '*.c' '*.h')
.PHONY: check-style structure lint
check-style:
	@clang-format --dry-run -Werror $(style_files)

structure:
	@.ci/structure
	@.ci/pages

lint: lint-dependencies structure
	@$(MAKE) --no-print-directory $(generated) $(BUILD)/compile_commands.json
	@# One file a run: several in one make clang 14's check of va_list cry wolf.
	printf '%s\n' $(core_sources) $(command_sources) $(worker_sources) $(sqlite_sources) | xargs -P 2 -n 1 clang-tidy --quiet -p $(BUILD)
	cppcheck --quiet --std=c11 --language=c --enable=warning,performance,portability \
	  --inline-suppr -j 2 --suppressions-list=.cppcheck --error-exitcode=1 -D_GNU_SOURCE -D__x86_64__ -Icore \
	  -Icore/include -I$(BUILD)/generated $(core_sources) $(command_sources) $(worker_sources) $(sqlite_sources)

# ---- install ------------------------------------------------------------------------------------

.PHONY: install uninstall
install: all $(BUILD)/zhicheng.pc
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(plugin_dir) $(DESTDIR)$(PREFIX)/lib/sqlite3 \
	  $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/zhicheng \
	  $(DESTDIR)$(PREFIX)/share/doc/zhicheng/examples
	install -m 755 $(BUILD)/zhicheng $(DESTDIR)$(PREFIX)/bin/
	install -D -m 755 $(BUILD)/zhicheng-worker $(DESTDIR)$(libexec_dir)/zhicheng-worker
	install -m 644 $(BUILD)/libzhicheng.so.1 $(DESTDIR)$(PREFIX)/lib/
	ln -sfn libzhicheng.so.1 $(DESTDIR)$(PREFIX)/lib/libzhicheng.so
	install -m 644 $(BUILD)/zhicheng_sqlite.so $(DESTDIR)$(PREFIX)/lib/sqlite3/
	install -m 644 $(BUILD)/zhicheng.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/
	install -m 644 core/library/example/* $(DESTDIR)$(PREFIX)/share/doc/zhicheng/examples/
	install -m 644 $(wildcard core/include/zhicheng/*.h) $(DESTDIR)$(PREFIX)/include/zhicheng/
	install -m 644 README.md LICENSE $(DESTDIR)$(PREFIX)/share/doc/zhicheng/
	install -d $(DESTDIR)$(data_dir)
	install -m 644 $(data_files) $(DESTDIR)$(data_dir)/
	install -D -m 644 plugins/README.md $(DESTDIR)$(PREFIX)/share/doc/zhicheng/plugins/README.md
	for name in $(plugin_names); do \
	  install -d $(DESTDIR)$(plugin_dir)/$$name/cases; \
	  install -m 644 $(BUILD)/plugins/$$name.so $(DESTDIR)$(plugin_dir)/; \
	  install -m 644 plugins/$$name/parameters.ini $(DESTDIR)$(plugin_dir)/$$name/; \
	  if [ -e plugins/$$name/sentences.tsv ]; then \
	    install -m 644 plugins/$$name/sentences.tsv $(DESTDIR)$(plugin_dir)/$$name/; fi; \
	  install -m 644 plugins/$$name/cases/*.ini $(DESTDIR)$(plugin_dir)/$$name/cases/; \
	done

# Takes away what install put there, and leaves plugins that others installed beside ours.
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/zhicheng $(DESTDIR)$(PREFIX)/lib/libzhicheng.so{,.1} \
	  $(DESTDIR)$(PREFIX)/lib/sqlite3/zhicheng_sqlite.so $(DESTDIR)$(PREFIX)/lib/pkgconfig/zhicheng.pc
	rm -rf $(DESTDIR)$(PREFIX)/include/zhicheng $(DESTDIR)$(PREFIX)/share/doc/zhicheng \
	  $(DESTDIR)$(PREFIX)/share/zhicheng $(DESTDIR)$(libexec_dir)
	for name in $(plugin_names); do \
	  rm -rf $(DESTDIR)$(plugin_dir)/$$name.so $(DESTDIR)$(plugin_dir)/$$name; \
	done
	rmdir --ignore-fail-on-non-empty $(DESTDIR)$(plugin_dir) $(DESTDIR)$(dir $(plugin_dir))

.PHONY: clean help
clean:
	rm -rf $(BUILD)

help:
	@echo 'make              build the program and the plugins under $(BUILD)/'
	@echo 'make run          install what is missing, build, ask some real questions'
	@echo 'make test         install what is missing, build, run the suites and the cases'
	@echo 'make test-FOLDER  the suites of one folder: $(folders)'
	@echo 'make asan         the tests under the address and undefined behaviour sanitizers'
	@echo 'make valgrind     the suites under valgrind'
	@echo 'make property     properties of the engine over ROWS=$(ROWS) people a region'
	@echo 'make fuzz         each fuzzer for FUZZ_SECONDS=$(FUZZ_SECONDS): $(fuzz_names)'
	@echo 'make bench        speed, one result a line'
	@echo 'make lint         clang-tidy, cppcheck and make structure (rooms, sizes); make check-style: clang-format'
	@echo 'make install      DESTDIR= PREFIX=$(PREFIX); make uninstall'
	@echo 'make clean        remove $(BUILD)/'

-include $(shell find $(BUILD)/objects -name '*.d' 2>/dev/null) $(wildcard $(BUILD)/valgrind/*.d)
