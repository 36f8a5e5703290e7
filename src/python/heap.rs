//! Leave no holes in the heap before children are forked. A child that allocates into a hole copies the page around it; one
//! that allocates behind everything gets a page of zeros for half of that, and fills it.
//!
//! Both allocators are asked for memory, size by size, until what they give is new. It stays allocated.

#![expect(unsafe_code, reason = "allocators have no safe wrapper that tells where memory comes from")]

use pyo3::ffi;

/// The largest hole that is worth filling, and the step between sizes.
const LARGEST: usize = 8 * 1024;
const STEP: usize = 16;

/// Chunks up to this size are kept by glibc in a list of their own when they are freed.
const LARGEST_OF_LISTS: usize = 1032;

/// Larger than any hole, and too small to be mapped on its own (128 KiB).
const NO_HOLE: usize = 96 * 1024;

/// A pool of CPython's allocator, and where its first block begins.
const POOL: usize = 16 * 1024;
const FIRST_BLOCK: usize = 48;

/// The largest block of a pool.
const LARGEST_BLOCK: usize = 512;

/// No size has more free blocks than this in a warm interpreter.
// Receipt: at most 310 of one size were free, of which 260 were of 64 bytes.
const MOST_BLOCKS: usize = 4096;

/// Fill the holes of both allocators. Costs a few hundred KiB, once.
// Receipt: 60 to 70 page faults less of 445 a child.
pub fn fill_holes() {
    // SAFETY: plain allocations; what is not freed at once is never used and never freed.
    unsafe {
        let top = libc::malloc(NO_HOLE);
        libc::free(top);
        for size in (STEP + 8..=LARGEST).rev().step_by(STEP) {
            for _ in 0..MOST_BLOCKS {
                let chunk = libc::malloc(size);
                if chunk.is_null() || chunk >= top {
                    if size > LARGEST_OF_LISTS {
                        libc::free(chunk);
                    }
                    break;
                }
            }
        }
        for size in (STEP..=LARGEST_BLOCK).step_by(STEP) {
            for _ in 0..MOST_BLOCKS {
                let block = ffi::PyObject_Malloc(size);
                if block.is_null() || block.addr() % POOL == FIRST_BLOCK {
                    break;
                }
            }
        }
    }
}
