namespace Curation.Tests;
