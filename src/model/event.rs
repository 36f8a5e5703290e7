//! What happens in a session, as the journal keeps it.
