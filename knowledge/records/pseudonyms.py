"""Chat ids as keyed hashes: the database can tell two chats apart, and not say whose they are."""

import hashlib
import hmac

KEY_BYTES = 32


class Pseudonyms:
    """Hashes chat ids with a secret key; without the key an id can't be found by trying them all."""

    def __init__(self, key: bytes) -> None:
        """Take the secret `key`.

        Raises:
            ValueError: the key is shorter than 32 bytes.
        """
        if len(key) < KEY_BYTES:
            msg = f"a pseudonym key needs {KEY_BYTES} bytes"
            raise ValueError(msg)
        self._key = key

    def of(self, chat_id: int | str) -> str:
        """Give the pseudonym of a chat: 32 hexadecimal digits, always the same for one key (HMAC-SHA-256, RFC 2104)."""
        return hmac.new(self._key, str(chat_id).encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]
