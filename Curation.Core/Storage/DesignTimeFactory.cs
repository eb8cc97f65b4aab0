using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Curation.Core.Storage;

/// <summary>Lets the migrations tool make a context without starting the workbench.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CurationDb>
{
    public CurationDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CurationDb>();
        options.UseCurationSqlite("design-time.db");
        return new CurationDb(options.Options);
    }
}
