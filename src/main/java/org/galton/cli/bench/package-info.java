/** {@code galton bench}: how fast decoding, sweeps and studies are on this machine. */
package org.galton.cli.bench;
