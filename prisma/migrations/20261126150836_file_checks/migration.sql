-- CreateEnum
CREATE TYPE "CheckOutcome" AS ENUM ('pass', 'fail', 'inconclusive', 'error');

-- AlterTable
ALTER TABLE "EvidenceRequirement" ADD COLUMN     "checks" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "formats" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "CheckRun" (
    "fileId" TEXT NOT NULL,
    "format" TEXT,
    "outcome" "CheckOutcome" NOT NULL,
    "checks" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "ranAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "CheckRun_pkey" PRIMARY KEY ("fileId")
);

-- AddForeignKey
ALTER TABLE "CheckRun" ADD CONSTRAINT "CheckRun_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "EvidenceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
