-- AlterTable
ALTER TABLE "EvidenceFile" ADD COLUMN     "checkedAgainst" TEXT;
