//! A moment of what the fuzz targets do for hours: no bytes make a parser panic or break a promise.

use crate::hostile;
use proptest::prelude::*;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..300)
}

proptest! {
    #[test]
    fn a_message(data in bytes()) {
        hostile::message(&data);
    }

    #[test]
    fn a_message_in_portions(data in bytes()) {
        hostile::portions(&data);
    }

    #[test]
    fn a_message_from_streams_and_readers(data in bytes()) {
        hostile::streams(&data);
    }

    #[test]
    fn parts_of_a_stored_object(data in bytes()) {
        hostile::ranges(&data);
    }

    #[test]
    fn every_way_to_seal(data in bytes()) {
        hostile::sealing(&data);
    }

    #[test]
    fn a_wrapped_key(data in bytes()) {
        hostile::wrapped_keys(&data);
    }

    #[test]
    #[cfg(unix)]
    fn the_line_of_a_key_file(data in bytes()) {
        hostile::key_line(&data);
    }

    #[test]
    fn a_padded_length(data in bytes()) {
        hostile::padding(&data);
    }
}
