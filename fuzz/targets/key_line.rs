#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::hostile::key_line(data));
