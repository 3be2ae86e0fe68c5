#!/bin/sh
# Stands for the end-to-end tests where they cannot be built.
echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev; Fedora:' \
  'libvterm-devel; Homebrew: libvterm)'
