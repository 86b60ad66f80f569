package org.leontief.examples.command;

/** What the shell is told. */
final class ExitCodes {

    static final int DONE = 0;
    /** One message, nothing written. */
    static final int INPUT_IS_WRONG = 1;

    static final int WRONG_USAGE = 2;
    /** Not viable, infeasible, without end, or not reached. */
    static final int THE_ANSWER_IS_NO = 3;
    /** By Ctrl-C, as shells count it: 128 and the number of the signal. */
    static final int STOPPED = 130;

    private ExitCodes() {}
}
