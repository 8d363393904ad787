// SPDX-License-Identifier: MIT
// Nothing but the headers that tests share: see CMakeLists.txt.
