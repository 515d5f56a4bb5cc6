/* chancery codebook trace, a form of chancery codebook.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_CODEBOOK_TRACE_H
#define CLI_CODEBOOK_TRACE_H

/** argv[0] is "trace". @return as a command. */
int command_codebook_trace(int argc, char **argv);

#endif
