// SPDX-License-Identifier: MIT
// Catch2 2 (Debian 12) or 3: one include for every test.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

using Catch::Approx;
