// By itself, so that only this one of the library's many is fetched.
export { sha256 } from 'hash-wasm';
