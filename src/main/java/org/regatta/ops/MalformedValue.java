package org.regatta.ops;

/** A variable's value cannot be read; the message says what it must look like and never repeats it. */
class MalformedValue extends Exception {

    MalformedValue(String expected) {
        super(expected);
    }
}
